// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures of several runs of the same: times in nanoseconds, unless the name says otherwise. */
public final class Samples {
    private static final double MILLISECOND = 1e6;

    private final List<Long> times = new ArrayList<>();

    public void add(long nanos) {
        times.add(nanos);
    }

    public int size() {
        return times.size();
    }

    /** In the order in which they were taken. */
    public List<Double> all() {
        return times.stream().map(Long::doubleValue).toList();
    }

    /** What a typical run takes: outliers of a busy machine do not count. */
    public double median() {
        List<Long> sorted = times.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }

    /** How far a typical run is from the median: half of the runs are nearer. */
    public double error() {
        double median = median();
        Samples distances = new Samples();
        times.forEach(time -> distances.add(Math.round(Math.abs(time - median))));
        return distances.median();
    }

    /** The fastest and the slowest run, as details of a measurement. */
    public Map<String, Double> range() {
        Map<String, Double> range = new LinkedHashMap<>();
        range.put("runs", (double) times.size());
        range.put("min ms", times.stream().mapToLong(Long::longValue).min().orElseThrow() / MILLISECOND);
        range.put("max ms", times.stream().mapToLong(Long::longValue).max().orElseThrow() / MILLISECOND);
        return range;
    }
}
