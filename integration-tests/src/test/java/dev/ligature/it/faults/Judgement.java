// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import com.mongodb.MongoException;
import dev.ligature.DeleteRestrictedException;
import dev.ligature.LigatureException;
import dev.ligature.VersionConflictException;
import dev.ligature.it.faults.Contents.DanglingField;
import dev.ligature.it.faults.Matrix.Attempt;
import dev.ligature.it.faults.Operation.Again;
import dev.ligature.it.faults.Operation.Between;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Compares what came of a break with what is promised. A shortfall is a text that says what is missing.
 *
 * @param sent the names of the commands of the first call
 * @param hit those that met the fault
 */
record Judgement(Matrix.Prepared prepared, Matrix.Break broken, List<String> sent, List<BsonDocument> hit) {
    private static final Set<String> WRITES = Set.of("insert", "update", "delete");
    private static final Set<String> RETRYABLE_READS = Set.of("find", "aggregate", "count", "distinct");
    private static final String DUPLICATE_KEY = "11000";

    /** Judges the call that met the fault. */
    @Nullable
    String ofFirst(Attempt first, Contents between) {
        Throwable failure = first.failure();
        if (failure == null) {
            return ofSuccess(first, between);
        }
        if (failure instanceof DeleteRestrictedException && again() == Again.REFUSED) {
            return unchanged(between);
        }
        if (!(failure instanceof LigatureException)) {
            return "fails with " + failure;
        }
        if (mustSurvive()) {
            return "fails though what was hit, " + names() + ", is sent again: " + failure;
        }
        List<String> expected = prepared.undisturbed().items();
        if (first.items().size() > expected.size()
                || !expected.subList(0, first.items().size()).equals(first.items())) {
            return "emits " + first.items() + " before the error, where the beginning of " + expected + " was expected";
        }
        return ofBetween(between, Contents::texts);
    }

    private Again again() {
        return prepared.operation().again();
    }

    private List<String> names() {
        return hit.stream().map(BsonDocument::getFirstKey).toList();
    }

    private @Nullable String ofSuccess(Attempt attempt, Contents contents) {
        if (again() == Again.REFUSED) {
            return "succeeds where it has to be refused";
        }
        if (!attempt.items().equals(prepared.undisturbed().items())) {
            return "emits " + attempt.items() + " instead of "
                    + prepared.undisturbed().items();
        }
        return difference(contents.texts(), prepared.end().texts());
    }

    private @Nullable String unchanged(Contents contents) {
        return difference(contents.texts(), prepared.before().texts());
    }

    private static @Nullable String difference(List<String> actual, List<String> expected) {
        if (actual.equals(expected)) {
            return null;
        }
        List<String> missing = new ArrayList<>(expected);
        actual.forEach(missing::remove);
        List<String> surplus = new ArrayList<>(actual);
        expected.forEach(surplus::remove);
        return "stored is " + surplus + " instead of " + missing;
    }

    /** Delayed only, or hit once where drivers try twice. What ends one connection may end others, and a cursor is not begun again. */
    private boolean mustSurvive() {
        if (broken.fault() instanceof Fault.Delay) {
            return true;
        }
        if (prepared.operation().kind() == Operation.Kind.TRANSACTION) {
            return isTransient(broken.fault()); // whoever runs it runs it again
        }
        return broken.client() == Matrix.Client.RETRYING
                && isTransient(broken.fault())
                && !(broken.fault() instanceof Fault.FailOver) // which may outlast the one time that drivers try again
                && !sent.contains("getMore")
                && hit.stream().allMatch(Judgement::isRetryable);
    }

    private static boolean isTransient(Fault fault) {
        return !(fault instanceof Fault.BlackHole)
                && !(fault instanceof Fault.ServerError error && error.labels().isEmpty());
    }

    private static boolean isRetryable(BsonDocument command) {
        return command.containsKey("txnNumber") || RETRYABLE_READS.contains(command.getFirstKey());
    }

    private @Nullable String ofBetween(Contents between, Function<Contents, List<String>> texts) {
        if (again() == Again.REFUSED || prepared.operation().kind() == Operation.Kind.READ) {
            return unchanged(between);
        }
        if (prepared.operation().between() == Between.ALL_OR_NOTHING) {
            return between.texts().equals(prepared.end().texts()) ? null : unchanged(between);
        }
        Set<DanglingField> dangling = newlyDangling(between);
        if (prepared.operation().between() == Between.DELETED_ONES_DANGLE) {
            dangling.removeIf(link -> !prepared.end().has(link));
        }
        if (!dangling.isEmpty()) {
            return "leaves dangling links: " + dangling;
        }
        if (prepared.operation().between() == Between.EACH_DOCUMENT_WHOLE) {
            List<String> strange = new ArrayList<>(texts.apply(between));
            strange.removeAll(texts.apply(prepared.before()));
            strange.removeAll(texts.apply(prepared.end()));
            return strange.isEmpty() ? null : "leaves what neither was nor will be: " + strange;
        }
        return null;
    }

    private Set<DanglingField> newlyDangling(Contents contents) {
        Set<DanglingField> dangling = new HashSet<>(contents.dangling());
        dangling.removeAll(prepared.before().dangling());
        dangling.removeAll(prepared.end().dangling());
        return dangling;
    }

    /** Judges the same call, made again without a fault. */
    @Nullable
    String ofSecond(Attempt second, Contents after) {
        Throwable failure = second.failure();
        if (again() == Again.REFUSED) {
            return failure instanceof DeleteRestrictedException
                    ? unchanged(after)
                    : "is not refused when it is called again: " + failure;
        }
        if (failure instanceof VersionConflictException && again() == Again.ENDS_OR_CONFLICTS) {
            return ofBetween(after, Contents::textsWithoutVersions);
        }
        if (failure != null && !(again() == Again.ENDS_OR_IS_REFUSED && isRefusal(failure))) {
            return "fails when it is called again: " + failure;
        }
        if (again() == Again.AT_LEAST_ONCE && hasWritten()) {
            Set<DanglingField> dangling = newlyDangling(after);
            return after.size() < prepared.end().size()
                    ? "called again, it leaves " + after.texts()
                    : dangling.isEmpty() ? null : "called again, it leaves dangling links: " + dangling;
        }
        String difference =
                difference(after.textsWithoutVersions(), prepared.end().textsWithoutVersions());
        return difference == null ? null : "called again: " + difference;
    }

    /** It has been done already. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof VersionConflictException
                || (failure.getCause() instanceof MongoException cause
                        && String.valueOf(cause.getMessage()).contains(DUPLICATE_KEY));
    }

    /** Whether the server has executed a write of the first call. What went out beside the command that was hit counts too. */
    private boolean hasWritten() {
        return writes(sent) > writes(names()) || (broken.fault() instanceof Fault.CutAfter && writes(names()) > 0);
    }

    private static long writes(List<String> commands) {
        return commands.stream().filter(WRITES::contains).count();
    }
}
