// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes a table's measurements as Markdown: workloads one way, contenders the other, the longer of both downwards. */
final class TableWriter {
    private static final String NOTHING = "–";

    /** So many details get a matrix each; more of them are listed by measurement. */
    private static final int MATRICES = 2;

    private final Table table;
    private final Results results;
    private final List<Measurement> all;
    private final List<Measurement> measurements;

    TableWriter(Table table, Results results) {
        this.table = table;
        this.results = results;
        this.all = results.all(table);
        this.measurements = results.of(table);
    }

    /** The figures, and what else was measured with them. */
    String write() {
        StringBuilder text = new StringBuilder(matrix(this::cell));
        List<String> details = measurements.stream()
                .flatMap(measurement -> measurement.details().keySet().stream())
                .distinct()
                .toList();
        if (details.size() <= MATRICES) {
            details.forEach(name -> text.append("\n")
                    .append(name)
                    .append(":\n\n")
                    .append(matrix(measurement -> detail(measurement, name))));
        } else {
            text.append("\n").append(list(details));
        }
        return text.append(unable()).toString();
    }

    /** Who could not, and why; a reason is given once. */
    private String unable() {
        Map<String, Set<String>> reasons = new LinkedHashMap<>();
        all.stream().filter(measurement -> !measurement.isMeasured()).forEach(measurement -> reasons.computeIfAbsent(
                        measurement.contender() + ": " + measurement.cannot(), reason -> new LinkedHashSet<>())
                .add(measurement.workload()));
        StringBuilder text = new StringBuilder(reasons.isEmpty() ? "" : "\nWhat could not be done:\n\n");
        reasons.forEach((reason, workloads) -> text.append("- ")
                .append(reason)
                .append(" (")
                .append(String.join("; ", workloads))
                .append(")\n"));
        return text.toString();
    }

    /** A matrix for all workloads that the same contenders do. */
    private String matrix(Function<Measurement, String> cell) {
        Map<Set<String>, List<String>> workloads = new LinkedHashMap<>();
        all.stream().map(Measurement::workload).distinct().forEach(workload -> workloads
                .computeIfAbsent(contenders(workload), same -> new ArrayList<>())
                .add(workload));
        List<String> matrices = new ArrayList<>();
        workloads.forEach((contenders, same) -> matrices.add(matrix(same, List.copyOf(contenders), cell)));
        return String.join("\n", matrices);
    }

    private Set<String> contenders(String workload) {
        Set<String> contenders = new LinkedHashSet<>();
        all.stream()
                .filter(measurement -> measurement.workload().equals(workload))
                .forEach(measurement -> contenders.add(measurement.contender()));
        return contenders;
    }

    private String matrix(List<String> workloads, List<String> contenders, Function<Measurement, String> cell) {
        boolean contendersDown = contenders.size() >= workloads.size();
        List<String> lines = contendersDown ? contenders : workloads;
        List<String> columns = contendersDown ? workloads : contenders;
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines) {
            List<String> row = new ArrayList<>();
            row.add(line);
            for (String column : columns) {
                Optional<Measurement> measurement =
                        contendersDown ? results.find(table, column, line) : results.find(table, line, column);
                row.add(measurement.map(cell).orElse(NOTHING));
            }
            rows.add(row);
        }
        return markdown(Stream.concat(Stream.of(""), columns.stream()).toList(), 1, rows);
    }

    private String cell(Measurement measurement) {
        if (!table.hasBaseline()) {
            return measurement.figure();
        }
        var ratio = results.ratio(table, measurement.workload(), measurement.contender(), table.baseline());
        return measurement.figure() + (ratio.isPresent() ? " · **" + Figures.ratio(ratio.getAsDouble()) + "**" : "");
    }

    private String list(List<String> details) {
        List<List<String>> rows = measurements.stream()
                .map(measurement -> Stream.concat(
                                Stream.of(measurement.workload(), measurement.contender()),
                                details.stream().map(name -> detail(measurement, name)))
                        .toList())
                .toList();
        return markdown(Stream.concat(Stream.of("", ""), details.stream()).toList(), 2, rows);
    }

    private static String detail(Measurement measurement, String name) {
        Double value = measurement.details().get(name);
        return value == null ? NOTHING : value == Math.rint(value) ? whole(value) : Figures.threeDigits(value);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** A table of texts. */
    static String markdown(List<String> head, List<List<String>> rows) {
        return markdown(head, head.size(), rows);
    }

    /** A table whose first column is text and whose others are figures. */
    static String figures(List<String> head, List<List<String>> rows) {
        return markdown(head, 1, rows);
    }

    /** A table whose first columns are texts and whose others are figures. */
    private static String markdown(List<String> head, int texts, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(line(head)).append("|");
        for (int column = 0; column < head.size(); column++) {
            text.append(column < texts ? "---|" : "--:|");
        }
        text.append("\n");
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
