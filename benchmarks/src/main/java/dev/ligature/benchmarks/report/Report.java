// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The performance report: rendered from results and remarks, and from nothing else. */
public final class Report {
    private static final String PLOTS = "performance";

    private final Results results;
    private final Remarks remarks;

    public Report(Results results) {
        this(results, Remarks.parse(resource("remarks.md"), keys()));
    }

    Report(Results results, Remarks remarks) {
        this.results = results;
        this.remarks = remarks;
    }

    /** Writes {@code performance.md}, and the plots into the directory {@code performance} beside it. */
    public void write(Path directory) {
        try {
            Files.createDirectories(directory.resolve(PLOTS));
            Files.writeString(directory.resolve("performance.md"), markdown());
            for (Map.Entry<String, String> plot : plots().entrySet()) {
                Files.writeString(directory.resolve(PLOTS).resolve(plot.getKey()), plot.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String markdown() {
        StringBuilder text = new StringBuilder(resource("introduction.md"));
        text.append("\n## Targets\n\n").append(targets());
        text.append("\n## Where we lose\n\n").append(losses());
        for (Table table : measured()) {
            text.append("\n## ").append(table.title()).append("\n\n").append(section(table));
        }
        return text.append("\n## Machine and versions\n\n")
                .append(environments())
                .toString();
    }

    /** The plots by the names of their files. */
    Map<String, String> plots() {
        Map<String, String> plots = new LinkedHashMap<>();
        measured().forEach(table -> plots.put(table.key() + ".svg", Plot.svg(table, results)));
        return plots;
    }

    private List<Table> measured() {
        return Tables.ALL.stream().filter(table -> !results.of(table).isEmpty()).toList();
    }

    private String section(Table table) {
        SectionResult section = results.section(table.section()).orElseThrow();
        StringBuilder text = new StringBuilder(table.text()).append("\n\n");
        if (table.hasBaseline()) {
            text.append("Ratios are to *").append(table.baseline()).append("* on the same workload.\n\n");
        }
        text.append(new TableWriter(table, results).write())
                .append(String.format("\n![%s](%s/%s.svg)\n", table.title(), PLOTS, table.key()))
                .append(contenders(table, section));
        if (!remarks.on(table.key()).isEmpty()) {
            text.append("\n").append(remarks.on(table.key())).append("\n");
        }
        return text.append("\nTo repeat it:\n\n```\n")
                .append(section.command())
                .append("\n```\n")
                .toString();
    }

    /** Below the first table of a section. */
    private String contenders(Table table, SectionResult section) {
        boolean isFirst = measured().stream()
                .filter(other -> other.section().equals(table.section()))
                .findFirst()
                .filter(table::equals)
                .isPresent();
        if (!isFirst) {
            return "";
        }
        String list = results.all(table).stream()
                .map(Measurement::contender)
                .distinct()
                .filter(section.contenders()::containsKey)
                .map(name -> "- *" + name + "*: " + section.contenders().get(name) + "\n")
                .collect(Collectors.joining());
        return list.isEmpty() ? "" : "\n" + list;
    }

    private String targets() {
        return TableWriter.markdown(
                List.of("work", "must reach", "measured", "met"),
                Targets.ALL.stream().map(target -> target.row(results)).toList());
    }

    private String losses() {
        List<List<String>> rows = new ArrayList<>();
        measured().forEach(table -> rows.addAll(new Losses(table, results).rows()));
        String rule =
                "Every row in which another contender is ahead of the best that Ligature offers, by more than both errors"
                        + " together.\n\n";
        if (rows.isEmpty()) {
            return rule + "There is none.\n";
        }
        String why = measured().stream()
                .filter(table -> rows.stream().anyMatch(row -> row.get(0).equals(table.title())))
                .filter(table -> !remarks.on(table.key()).isEmpty())
                .map(table -> "\n**" + table.title() + ".** " + remarks.on(table.key()) + "\n")
                .collect(Collectors.joining());
        return rule + TableWriter.markdown(List.of("table", "workload", "ahead", "ours", "ours / theirs"), rows) + why;
    }

    /** Once, where all sections were run under the same conditions. */
    private String environments() {
        Map<Map<String, String>, List<String>> sections = new LinkedHashMap<>();
        results.sections().forEach(result -> sections.computeIfAbsent(result.environment(), same -> new ArrayList<>())
                .add(result.section()));
        StringBuilder text = new StringBuilder();
        sections.forEach((environment, names) -> {
            if (sections.size() > 1) {
                text.append("Sections ").append(String.join(", ", names)).append(":\n\n");
            }
            text.append(TableWriter.markdown(
                            List.of("", ""),
                            environment.entrySet().stream()
                                    .map(entry -> List.of(entry.getKey(), entry.getValue()))
                                    .toList()))
                    .append("\n");
        });
        return text.toString().stripTrailing() + "\n";
    }

    static Set<String> keys() {
        return Tables.ALL.stream().map(Table::key).collect(Collectors.toSet());
    }

    private static String resource(String name) {
        try (InputStream text = Report.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
