package dev.ligature.internal.load;

/**
 * How many roots make the next window of a stream: as many as the last one's bytes suggest, so that the windows in memory stay
 * small whatever the fan-out of the links.
 */
final class WindowSize {
    /** Roots of a window, at most. */
    static final int MAX = 1_000;
    /** Below, the commands of a window would cost more than the memory is worth. */
    private static final int MIN = 10;
    /** Bytes of a window, roots and linked documents, as they are stored. In memory they are several times as many. */
    private static final long BYTES = 2 << 20;

    private volatile int next = MAX;

    int next() {
        return next;
    }

    /** Notes what a window came to. */
    void learn(int roots, long bytes) {
        long perRoot = Math.max(1, bytes / roots);
        next = (int) Math.max(MIN, Math.min(MAX, BYTES / perRoot));
    }
}
