// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import org.jspecify.annotations.Nullable;

/**
 * What a change must do.
 *
 * @param told what it answers, or the name of the exception
 * @param after what is stored then
 */
record Effect(String told, boolean fails, Contents after) {
    static Effect of(Object told, Contents after) {
        return new Effect(String.valueOf(told), false, after);
    }

    /** A failure; what has been stored before it is in the contents. */
    static Effect failure(Class<? extends Exception> exception, Contents after) {
        return new Effect(exception.getSimpleName(), true, after);
    }

    /** Whether what a change told is right. */
    boolean isTold(String actual) {
        return fails ? Difference.isFailure(actual, told) : actual.equals(told);
    }

    @Nullable
    Difference difference(String asked, String actual, Contents stored, World before) {
        if (!isTold(actual)) {
            return new Difference(asked, fails ? "fails with " + told : told, actual);
        }
        String missing = after.without(stored, before);
        String additional = stored.without(after, before);
        return missing == null && additional == null
                ? null
                : new Difference(asked + " and what is stored then", "has " + missing, "has " + additional);
    }
}
