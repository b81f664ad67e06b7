// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

/** What the hand-written codecs share. */
final class HandWritten {
    private HandWritten() {}

    /** Checks that the fields of primitive members were there, as {@code Objects.requireNonNull} does for the others. */
    static void requireAll(boolean found) {
        if (!found) {
            throw new IllegalStateException("a required field is missing");
        }
    }
}
