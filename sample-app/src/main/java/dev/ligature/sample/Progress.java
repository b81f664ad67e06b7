// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import java.io.PrintStream;
import java.util.Locale;

/** Prints how far a load has come, and how fast. Not safe to use from several threads. */
final class Progress {
    private static final int STEP = 10_000;

    private final PrintStream out;
    private final long total;
    private final long start = System.nanoTime();
    private long done;

    Progress(PrintStream out, long total) {
        this.out = out;
        this.total = total;
    }

    /** Adds to what is done. Prints a line now and then, and one at the end. */
    void add(int count) {
        long before = done;
        done += count;
        if (done == total || done / STEP > before / STEP) {
            out.println("  " + this);
        }
    }

    /** How far it has come, for people. */
    @Override
    public String toString() {
        double seconds = (System.nanoTime() - start) / 1e9;
        return String.format(
                Locale.ROOT,
                "%,6d of %,d packages (%d %%), %,d per second",
                done,
                total,
                100 * done / total,
                Math.round(done / seconds));
    }
}
