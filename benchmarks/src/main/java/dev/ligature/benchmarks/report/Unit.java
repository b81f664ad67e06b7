// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import java.util.Locale;

/** What a figure counts. */
public enum Unit {
    NANOSECONDS,
    COMMANDS;

    private static final String[] TIMES = {"ns", "µs", "ms", "s"};

    /** What an axis of such figures is called. */
    String axis() {
        return this == COMMANDS ? "commands" : "time";
    }

    /** A figure and its error, for people: {@code 12.3 ± 0.4 ms}. An error of 0 is left out. */
    String format(double value, double error) {
        if (this == COMMANDS) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        int scale = 0;
        double divisor = 1;
        while (scale < TIMES.length - 1 && value / divisor >= 1_000) {
            scale++;
            divisor *= 1_000;
        }
        String figure = Figures.threeDigits(value / divisor);
        String spread = error > 0 ? " ± " + Figures.twoDigits(error / divisor) : "";
        return figure + spread + " " + TIMES[scale];
    }
}
