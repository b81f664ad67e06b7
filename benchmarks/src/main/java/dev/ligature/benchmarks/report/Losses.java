// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the rows in which somebody else is ahead of the best that Ligature offers. */
final class Losses {
    private final Table table;
    private final List<Measurement> measurements;

    Losses(Table table, Results results) {
        this.table = table;
        this.measurements = results.of(table);
    }

    /** Rows of workload, who is ahead, with what, ours, and how many times theirs ours is. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (String workload :
                measurements.stream().map(Measurement::workload).distinct().toList()) {
            best(workload).ifPresent(ours -> measurements.stream()
                    .filter(theirs -> theirs.workload().equals(workload))
                    .filter(theirs -> !theirs.isOurs() && !table.lesserWork().contains(theirs.contender()))
                    .filter(theirs -> clearlyAhead(theirs, ours))
                    .forEach(theirs -> rows.add(List.of(
                            table.title(),
                            workload,
                            theirs.contender() + ", " + theirs.figure(),
                            ours.contender() + ", " + ours.figure(),
                            Figures.ratio(ours.value() / theirs.value())))));
        }
        return rows;
    }

    private Optional<Measurement> best(String workload) {
        return measurements.stream()
                .filter(measurement -> measurement.workload().equals(workload) && measurement.isOurs())
                .min(Comparator.comparingDouble(Measurement::value));
    }

    /** By more than both errors together: what remains may be chance. */
    private static boolean clearlyAhead(Measurement theirs, Measurement ours) {
        return theirs.value() + theirs.error() < ours.value() - ours.error();
    }
}
