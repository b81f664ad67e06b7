// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal;

/**
 * How many elements to make room for when a stored list is read. BSON does not tell, but the lists of one member tend
 * to have similar sizes, so the next one is expected to be as long as the last one. Shared between threads without
 * synchronisation: a wrong guess costs no more than a list that grows.
 */
public final class SizeHint {
    /** The room that growing lists start with. */
    private static final int LEAST = 10;
    /** A short list after a long one wastes at most two kilobytes, and gives them back. */
    private static final int MOST = 256;

    private int next = LEAST;

    /** The number of elements to make room for. */
    public int expected() {
        return next;
    }

    /**
     * Learns from a list that was read.
     *
     * @param expected what {@link #expected()} was when room was made for it
     * @return whether so much room is left that it should be given back
     */
    public boolean hasRead(int size, int expected) {
        int rounded = Math.max(LEAST, Math.min(size, MOST));
        if (rounded == expected) {
            return false;
        }
        next = rounded;
        return size < expected / 2;
    }
}
