// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.internal.driver.Chunks;

/**
 * How many roots the next window of a stream has: as many as the bytes of the last one suggest, so that the windows in
 * memory stay small whatever the fan-out of the links.
 */
final class WindowSize {
    /** The fewest roots of a window: with fewer, its commands would cost more than the memory is worth. */
    private static final int MIN = 10;

    private volatile int next = Chunks.ROOTS_PER_WINDOW;

    int next() {
        return next;
    }

    /** Notes the size of a window. */
    void learn(int roots, long bytes) {
        long perRoot = Math.max(1, bytes / roots);
        next = (int) Math.max(MIN, Math.min(Chunks.ROOTS_PER_WINDOW, Chunks.BYTES_PER_WINDOW / perRoot));
    }
}
