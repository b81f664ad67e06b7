// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import dev.ligature.benchmarks.process.Samples;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One figure of the suite.
 *
 * @param operation what was done where a benchmark does several things ({@code decode}), else empty
 * @param workload on what
 * @param contender by whom; whoever begins with {@code ligature}, in any case, is ours
 * @param value less is better
 * @param error the median absolute deviation of the runs, or 0 where there is one only
 * @param runs what the value is the median of, in the order in which it was measured; empty where it is no median
 * @param details further figures by name, with their unit in the name ({@code B/op})
 * @param cannot why the contender cannot do it; empty when it can
 */
public record Measurement(
        String operation,
        String workload,
        String contender,
        Unit unit,
        double value,
        double error,
        List<Double> runs,
        Map<String, Double> details,
        String cannot) {
    public Measurement {
        runs = List.copyOf(runs);
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** The median of runs. */
    public static Measurement median(
            String operation, String workload, String contender, Samples runs, Map<String, Double> details) {
        return new Measurement(
                operation, workload, contender, Unit.NANOSECONDS, runs.median(), runs.error(), runs.all(), details, "");
    }

    /** A figure that is no median. */
    public static Measurement of(
            String operation,
            String workload,
            String contender,
            Unit unit,
            double value,
            double error,
            Map<String, Double> details) {
        return new Measurement(operation, workload, contender, unit, value, error, List.of(), details, "");
    }

    /** No figure, and why. */
    public static Measurement cannot(String operation, String workload, String contender, Unit unit, String why) {
        return new Measurement(operation, workload, contender, unit, 0, 0, List.of(), Map.of(), why);
    }

    boolean isMeasured() {
        return cannot.isEmpty();
    }

    boolean isOurs() {
        return isOurs(contender);
    }

    static boolean isOurs(String contender) {
        return contender.regionMatches(true, 0, "ligature", 0, "ligature".length());
    }

    String figure() {
        return unit.format(value, error);
    }
}
