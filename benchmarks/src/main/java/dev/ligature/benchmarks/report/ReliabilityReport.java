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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** The reliability report: rendered from what a soak has stored, and from nothing else. */
public final class ReliabilityReport {
    private static final String PLOTS = "reliability";
    private static final Map<String, String> SERIES = series();

    private final BsonDocument results;

    ReliabilityReport(BsonDocument results) {
        this.results = results;
    }

    /** The report of the soak that has stored its results in a directory; none where none has. */
    public static Optional<ReliabilityReport> of(Path directory) {
        Path file = directory.resolve("reliability").resolve("soak.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ReliabilityReport(BsonDocument.parse(Files.readString(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> series() {
        Map<String, String> series = new LinkedHashMap<>();
        series.put("actions", "Actions per second");
        series.put("faults", "Faults per second");
        series.put("heap", "Heap in use after a collection, MB");
        series.put("threads", "Threads");
        series.put("connections", "Connections");
        return series;
    }

    /** Writes {@code reliability.md}, and the plots into the directory {@code reliability} beside it. */
    public void write(Path directory) {
        try {
            Files.createDirectories(directory.resolve(PLOTS));
            Files.writeString(directory.resolve("reliability.md"), markdown());
            for (Map.Entry<String, String> plot : plots().entrySet()) {
                Files.writeString(directory.resolve(PLOTS).resolve(plot.getKey()), plot.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String markdown() {
        StringBuilder text = new StringBuilder(introduction());
        text.append("\n## Every operation, broken at every command\n\n").append(matrix());
        text.append("\n## The soak: what was promised and what was seen\n\n").append(promises());
        text.append("\n## What was done\n\n").append(actions());
        text.append("\n## What was broken\n\n").append(faults());
        text.append("\n## Over time\n");
        SERIES.forEach((name, title) -> text.append(String.format("\n![%s](%s/%s.svg)\n", title, PLOTS, name)));
        return text.append("\n## Machine and versions\n\n")
                .append(environment())
                .toString();
    }

    /** The plots by the names of their files. */
    Map<String, String> plots() {
        BsonDocument samples = results.getDocument("samples");
        Map<String, String> plots = new LinkedHashMap<>();
        SERIES.forEach((name, title) -> plots.put(
                name + ".svg", new LineChart(title, numbers(samples, "second"), numbers(samples, name)).svg()));
        return plots;
    }

    private static List<Double> numbers(BsonDocument samples, String name) {
        return samples.getArray(name).stream()
                .map(value -> value.asNumber().doubleValue())
                .toList();
    }

    private String introduction() {
        try (InputStream text = ReliabilityReport.class.getResourceAsStream("reliability.md")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{length}", length(number("seconds")))
                    .replace("{subscribers}", figure(number("subscribers")))
                    .replace("{seed}", Long.toString(number("seed")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String length(long seconds) {
        return seconds % 60 == 0 ? seconds / 60 + " minutes" : seconds + " seconds";
    }

    private String matrix() {
        List<BsonDocument> rows = documents("matrix");
        List<List<String>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(row(
                row.getString("kind").getValue(),
                number(row, "operations"),
                number(row, "tries"),
                number(row, "survived"),
                number(row, "held"))));
        cells.add(row(
                "**all**",
                sum(rows, row -> number(row, "operations")),
                sum(rows, row -> number(row, "tries")),
                sum(rows, row -> number(row, "survived")),
                sum(rows, row -> number(row, "held"))));
        long each = sum(rows, row -> number(row, "tries")) / Math.max(1, sum(rows, row -> number(row, "operations")));
        return TableWriter.figures(List.of("", "operations", "tries", "unnoticed", "held", "short"), cells)
                + "\nIn this run an operation was broken " + figure(each) + " times on average.\n";
    }

    private static List<String> row(String kind, long operations, long tries, long survived, long held) {
        return List.of(kind, figure(operations), figure(tries), figure(survived), figure(held), figure(tries - held));
    }

    private static long sum(List<BsonDocument> rows, ToLongFunction<BsonDocument> value) {
        return rows.stream().mapToLong(value).sum();
    }

    private String promises() {
        return TableWriter.figures(
                List.of("promised", "looked at", "broken"),
                documents("promises").stream()
                        .map(row -> List.of(
                                row.getString("promise").getValue(),
                                figure(number(row, "checked")),
                                figure(number(row, "broken"))))
                        .toList());
    }

    private String actions() {
        List<List<String>> rows = new ArrayList<>();
        documents("actions")
                .forEach(row -> rows.add(List.of(row.getString("action").getValue(), figure(number(row, "done")))));
        rows.add(List.of("calls that broke off and were made again", figure(number("calledAgain"))));
        rows.add(List.of("transactions that `run` began again", figure(number("transactionsRunAgain"))));
        rows.add(List.of(
                "writes and commits that the driver sent again after they had been done",
                figure(number("repliesRepeated"))));
        return TableWriter.figures(List.of("", "times"), rows);
    }

    private String faults() {
        List<List<String>> rows = new ArrayList<>();
        results.getDocument("faults")
                .forEach((name, count) -> rows.add(
                        List.of(Faults.text(name), figure(count.asNumber().longValue()))));
        return "Of " + figure(number("commands")) + " commands:\n\n" + TableWriter.figures(List.of("", "times"), rows);
    }

    private String environment() {
        return TableWriter.markdown(
                List.of("", ""),
                results.getDocument("environment").entrySet().stream()
                        .map(entry -> List.of(
                                entry.getKey(), entry.getValue().asString().getValue()))
                        .toList());
    }

    private List<BsonDocument> documents(String name) {
        return results.getArray(name).stream().map(BsonValue::asDocument).toList();
    }

    private long number(String name) {
        return number(results, name);
    }

    private static long number(BsonDocument document, String name) {
        return document.getNumber(name).longValue();
    }

    private static String figure(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The faults by the names that the harness gives them. */
    private static final class Faults {
        private static final Map<String, String> TEXTS = Map.of(
                "CutBefore", "connection cut before the server saw the command",
                "CutAfter", "connection cut after the server had executed the command, before its reply",
                "Reset", "connection reset",
                "Delay", "command delayed",
                "BlackHole", "command swallowed, connection left open without a word",
                "ServerError", "answered with an error, that the server is shutting down",
                "FailOver", "all connections cut and new ones refused for 2 s");

        static String text(String name) {
            return TEXTS.getOrDefault(name, name);
        }
    }
}
