package dev.ligature.internal.load;

/**
 * How many roots the next window of a stream has: as many as the bytes of the last one suggest, so that the windows in
 * memory stay small whatever the fan-out of the links.
 */
final class WindowSize {
    /** Roots of a window, at most. */
    static final int MAX = 1_000;
    /** The fewest roots of a window: with fewer, its commands would cost more than the memory is worth. */
    private static final int MIN = 10;
    /**
     * Bytes of a window, with roots and linked documents, as they are stored. In memory they take several times as
     * many.
     */
    private static final long BYTES = 2 << 20;

    private volatile int next = MAX;

    int next() {
        return next;
    }

    /** Notes the size of a window. */
    void learn(int roots, long bytes) {
        long perRoot = Math.max(1, bytes / roots);
        next = (int) Math.max(MIN, Math.min(MAX, BYTES / perRoot));
    }
}
