// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.quicktheories.core.Gen;

/**
 * Random models, data, queries and changes, by which Ligature and a reference in memory must agree. Groups of cases share a model and its
 * data, which their changes change.
 *
 * <p>{@code -Dligature.cases=} is the number of cases, not counting those that the server answers wrongly itself;
 * {@code -Dligature.seed=} makes the same ones again and {@code -Dligature.group=} runs a single group of them.
 */
class DifferentialIT {
    private static final int CASES_PER_GROUP = 40;
    private static final int MOST_LEFT_OUT = 3; // of four
    private static final int CASES = Integer.getInteger("ligature.cases", 10_000);
    private static final long SEED = Long.getLong("ligature.seed", System.nanoTime());
    private static final int ONLY_GROUP = Integer.getInteger("ligature.group", 0);

    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private int group;
    private int agreed;

    /** Cases of one model and its data. */
    private record Group(World world, List<Case> cases) {}

    @Test
    void answersAsTheReference() {
        System.out.printf("Differential test: %d cases, -Dligature.seed=%d%n", CASES, SEED);
        Limits limits = new Limits(server.database());
        Gen<Group> groups = source -> group(new Choices(source));
        qt().withFixedSeed(SEED)
                .withExamples(Math.max((MOST_LEFT_OUT + 1) * CASES / CASES_PER_GROUP, ONLY_GROUP) + 1)
                .withShrinkCycles(0) // see Shrinker
                .forAll(groups.describedAs(each -> "-Dligature.seed=" + SEED + " -Dligature.group=" + group))
                .checkAssert(each -> check(each, limits));
        System.out.printf("Differential test: %d cases agree%n%s", agreed, limits);
        assertThat(agreed).isGreaterThanOrEqualTo(ONLY_GROUP > 0 ? 1 : CASES);
    }

    private static Group group(Choices choices) {
        Models.Kind kind = choices.of(
                Models.Kind.PLAIN, Models.Kind.PLAIN, Models.Kind.NESTED, Models.Kind.NESTED, Models.Kind.SEALED);
        World world = Worlds.generate(choices, kind);
        Queries queries = new Queries(choices, world.model());
        Changes changes = new Changes(choices, world.model());
        List<Case> cases = new ArrayList<>();
        // first the world as it was generated, then as changes leave it
        while (cases.size() < CASES_PER_GROUP) {
            boolean isChange = cases.size() > CASES_PER_GROUP / 2 && choices.percent(80);
            cases.add(isChange ? changes.generate() : queries.generate());
        }
        return new Group(world, cases);
    }

    private void check(Group cases, Limits limits) {
        group++;
        if (ONLY_GROUP > 0 ? group != ONLY_GROUP : agreed >= CASES) {
            return;
        }
        Stored stored = new Stored(cases.world, server.database());
        for (Case each : cases.cases) {
            World world = stored.world();
            if (limits.allow(world, each)) {
                Difference difference = Shrinker.run(stored, each);
                if (difference != null) {
                    throw failure(new Shrinker(server.database(), limits, difference, world, each));
                }
                agreed++;
            }
        }
    }

    /** Without a stack trace, which the library would print and which says nothing of the case. */
    private static AssertionError failure(Shrinker shrinker) {
        AssertionError failure = new AssertionError(shrinker.report());
        failure.setStackTrace(new StackTraceElement[0]);
        return failure;
    }
}
