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

    private final int first;
    private volatile int next;

    /** @param isJoined whether joins bring all linked documents, so that a window usually sends nothing */
    WindowSize(boolean isJoined) {
        first = isJoined ? Chunks.JOINED_ROOTS_PER_WINDOW : Chunks.ROOTS_PER_WINDOW;
        next = first;
    }

    int next() {
        return next;
    }

    /**
     * Notes the size of a window.
     *
     * @param hasSent whether commands were sent for it, which more roots would share
     */
    void learn(int roots, long bytes, boolean hasSent) {
        long most = hasSent ? Chunks.ROOTS_PER_WINDOW : first;
        long perRoot = Math.max(1, bytes / roots);
        next = (int) Math.max(MIN, Math.min(most, Chunks.BYTES_PER_WINDOW / perRoot));
    }
}
