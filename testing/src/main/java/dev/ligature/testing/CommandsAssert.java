// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import dev.ligature.testing.CommandRecorder.Command;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Says which commands a client must have sent. The paging of cursors ({@code getMore}) and what drivers send of their
 * own accord do not count. A failure lists all recorded commands.
 */
public final class CommandsAssert extends AbstractAssert<CommandsAssert, CommandRecorder> {
    CommandsAssert(@Nullable CommandRecorder actual) {
        super(actual, CommandsAssert.class);
    }

    /** Verifies that the given command was sent exactly the given number of times. */
    public CommandsAssert counts(Sent command, int times) {
        long found = sent().stream().filter(command::equals).count();
        if (found != times) {
            throw failure("Expected %s %s, but it was sent %s.%n%s", command, times(times), times(found), recorded());
        }
        return this;
    }

    /** Verifies that the given number of commands was sent, whatever they are. */
    public CommandsAssert hasSize(int commands) {
        int found = sent().size();
        if (found != commands) {
            throw failure("Expected %s commands, but there were %s.%n%s", commands, found, recorded());
        }
        return this;
    }

    /** Verifies that nothing was sent. */
    public void isEmpty() {
        hasSize(0);
    }

    /** Verifies that these commands were sent, in this order, and no others. */
    public CommandsAssert containsExactly(Sent... commands) {
        Assertions.assertThat(sent()).as(this::described).containsExactly(commands);
        return this;
    }

    /** Verifies that these commands were sent, in any order, and no others. */
    public CommandsAssert containsExactlyInAnyOrder(Sent... commands) {
        Assertions.assertThat(sent()).as(this::described).containsExactlyInAnyOrder(commands);
        return this;
    }

    /**
     * Verifies that no query was sent again for another value, so what belongs to several documents was asked for at
     * once.
     *
     * <p>Queries that compare with single values, and differ in nothing but these values, count as one query per
     * parent, even if the values are the same. A query that names several values at once ({@code $in}) does not. So
     * look at one call at a time: if your test itself makes a call twice, {@linkplain CommandRecorder#clear() clear}
     * the recorder in between.
     */
    public CommandsAssert hasNoQueryPerParent() {
        isNotNull();
        Map<String, Long> repeated = actual.commands().stream()
                .flatMap(command -> QueryShape.ofSingleValues(command).stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        repeated.values().removeIf(times -> times == 1);
        if (!repeated.isEmpty()) {
            String queries = repeated.entrySet().stream()
                    .map(entry -> "  " + entry.getKey() + ", " + times(entry.getValue()))
                    .collect(Collectors.joining("\n"));
            throw failure(
                    "Expected no query per parent, but these differ only in their values:%n%s%n%s",
                    queries, recorded());
        }
        return this;
    }

    private List<Sent> sent() {
        isNotNull();
        return actual.commands().stream().map(Command::sent).toList();
    }

    private String described() {
        return descriptionText().isEmpty() ? recorded() : descriptionText() + "\n" + recorded();
    }

    private String recorded() {
        return "Recorded commands:\n" + actual;
    }

    private static String times(long times) {
        return times == 0 ? "never" : times == 1 ? "once" : times + " times";
    }
}
