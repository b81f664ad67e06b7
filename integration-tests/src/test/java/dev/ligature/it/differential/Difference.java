// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.LigatureException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was asked, what is right and what came back. */
record Difference(String asked, String expected, String actual) {
    private static final String FAILS = "fails with ";

    /** The difference between what is right and what comes back, or null. */
    static @Nullable Difference between(String asked, Object expected, Supplier<@Nullable Object> answer) {
        String actual = told(answer);
        return actual.equals(expected.toString()) ? null : new Difference(asked, expected.toString(), actual);
    }

    /** An answer as text, be it a failure. */
    static String told(Supplier<@Nullable Object> answer) {
        try {
            return String.valueOf(answer.get());
        } catch (LigatureException | IllegalArgumentException | IllegalStateException e) {
            return FAILS + e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    static boolean isFailure(String told, String exception) {
        return told.startsWith(FAILS + exception);
    }

    /** Whether another one is of the same kind: an answer of the same question, or a failure of it. */
    boolean isLike(Difference other) {
        return asked.equals(other.asked) && actual.startsWith(FAILS) == other.actual.startsWith(FAILS);
    }

    @Override
    public String toString() {
        return asked + "\n    expected  " + expected + "\n    actual    " + actual;
    }
}
