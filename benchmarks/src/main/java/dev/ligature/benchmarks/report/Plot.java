// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import dev.ligature.benchmarks.report.BarChart.Bar;
import dev.ligature.benchmarks.report.BarChart.Group;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes a table's chart: ratios where there is a baseline, since workloads differ by magnitudes, else the figures. */
final class Plot {
    private Plot() {}

    static String svg(Table table, Results results) {
        List<Measurement> measurements = results.of(table);
        List<Group> groups = measurements.stream()
                .map(Measurement::workload)
                .distinct()
                .map(workload -> new Group(
                        workload,
                        measurements.stream()
                                .filter(measurement -> measurement.workload().equals(workload))
                                .flatMap(measurement -> bar(measurement, table, results).stream())
                                .toList()))
                .toList();
        Unit unit = measurements.get(0).unit();
        return table.hasBaseline()
                ? new BarChart(table.title(), "× " + table.baseline(), Figures::plain, groups).svg()
                : new BarChart(table.title(), unit.axis(), value -> unit.format(value, 0), groups).svg();
    }

    /** None where there is nothing to compare it with. */
    private static Optional<Bar> bar(Measurement measurement, Table table, Results results) {
        String contender = measurement.contender();
        if (!table.hasBaseline()) {
            return Optional.of(new Bar(contender, measurement.value(), measurement.figure(), measurement.isOurs()));
        }
        OptionalDouble ratio = results.ratio(table, measurement.workload(), contender, table.baseline());
        return ratio.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bar(
                        contender,
                        ratio.getAsDouble(),
                        Figures.ratio(ratio.getAsDouble()) + " · "
                                + measurement.unit().format(measurement.value(), 0),
                        measurement.isOurs()));
    }
}
