// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import dev.ligature.benchmarks.report.Target.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the suite must show. */
final class Targets {
    private static final String ONE_WINDOW = "100 houses, door and 10 windows";
    private static final String ALL_LINKS = "1,000 houses, door and 10 windows";

    static final List<Target> ALL = List.of(
            new Target("decode a document", "≤ 0.45 × a hand-written codec", codecs(Tables.DECODE)),
            new Target("encode a document", "≤ 0.45 × a hand-written codec", codecs(Tables.ENCODE)),
            new Target("decode a document", "≥ 8 × Spring Data's mapping", mapping(Tables.DECODE)),
            new Target("encode a document", "≥ 8 × Spring Data's mapping", mapping(Tables.ENCODE)),
            new Target(ALL_LINKS, "≤ 1.15 × the hand-written aggregation", results -> ratio(
                            results, Tables.FETCH, ALL_LINKS, Contenders.LOOKUP, Contenders.HAND_WRITTEN)
                    .map(ratio -> Outcome.atMost(Contenders.LOOKUP, ratio, 1.15))
                    .toList()),
            new Target(ALL_LINKS, "LOOKUP: no more commands than the hand-written aggregation", results -> ratio(
                            results, Tables.COMMANDS, ALL_LINKS, Contenders.LOOKUP, Contenders.HAND_WRITTEN)
                    .map(ratio -> Outcome.atMost(Contenders.LOOKUP, ratio, 1))
                    .toList()),
            new Target(
                    ONE_WINDOW,
                    "BATCH: one command for the roots and one per collection that is linked to",
                    results -> results.find(Tables.COMMANDS, ONE_WINDOW, Contenders.BATCH).stream()
                            .map(sent -> new Outcome(Contenders.BATCH, sent.figure(), sent.value() / 3))
                            .toList()),
            new Target(
                    "cascade insert of 1 house and of 1,000",
                    "one bulk per collection and server batch: no more commands than by hand",
                    results -> workloads(results, Tables.COMMANDS)
                            .filter(workload -> workload.startsWith("insert "))
                            .flatMap(workload -> ratio(
                                            results,
                                            Tables.COMMANDS,
                                            workload,
                                            Contenders.LIGATURE,
                                            Contenders.HAND_WRITTEN)
                                    .map(ratio -> Outcome.atMost(workload, ratio, 1)))
                            .toList()),
            new Target(
                    "20 of 20,000 roots by an indexed filter",
                    "≤ 1.5 × the same without links",
                    links("20 of 20,000 by index")),
            new Target(
                    "page of 20 sorted on an indexed field",
                    "≤ 1.5 × the same without links",
                    links("page of 20 by index")),
            new Target(
                    "filter through a link, 400 of 20,000 and of 200,000",
                    "≥ 10 × faster than lookup-then-match",
                    results -> workloads(results, Tables.LINKED_FILTER)
                            .flatMap(workload -> ratio(
                                            results,
                                            Tables.LINKED_FILTER,
                                            workload,
                                            Contenders.LOOKUP_THEN_MATCH,
                                            Contenders.AUTO)
                                    .map(ratio -> Outcome.atLeast(workload, ratio, 10)))
                            .toList()),
            new Target("filter through a link", "200,000 roots ≤ 1.5 × 20,000 roots", results -> growth(
                            results,
                            Tables.LINKED_FILTER,
                            Contenders.AUTO,
                            "400 of 20,000 through a link",
                            "400 of 200,000 through a link")
                    .map(ratio -> Outcome.atMost(Contenders.AUTO, ratio, 1.5))
                    .toList()),
            new Target("1,000 roots over 50 shared targets", "BATCH faster than LOOKUP", results -> workloads(
                            results, Tables.SHARED_TARGETS)
                    .flatMap(workload -> ratio(
                                    results, Tables.SHARED_TARGETS, workload, Contenders.BATCH, Contenders.LOOKUP)
                            .map(ratio -> Outcome.atMost(workload, ratio, 1)))
                    .toList()),
            new Target(
                    "AUTO, on every workload with links",
                    "≤ 1.2 × the better of LOOKUP and BATCH",
                    results -> Stream.of(Tables.FETCH, Tables.SHARED_TARGETS, Tables.PAGES, Tables.TREE)
                            .flatMap(table ->
                                    withLinks(results, table).flatMap(workload -> auto(results, table, workload)))
                            .toList()),
            new Target(
                    "streaming 1,000,000 documents with links, -Xmx64m",
                    "constant heap: ≤ 1.1 × after all documents what it was after a tenth",
                    Targets::heap),
            new Target("processing 100 documents", "≤ 1.3 × plain javac", compile("Ligature, 100 types", 1.3)),
            new Target("processing 1,000 documents", "≤ 1.5 × plain javac", compile("Ligature, 1,000 types", 1.5)));

    private Targets() {}

    private static Function<Results, List<Outcome>> codecs(Table table) {
        return results -> workloads(results, table)
                .flatMap(workload -> ratio(results, table, workload, Contenders.LIGATURE, Contenders.HAND_WRITTEN)
                        .map(ratio -> Outcome.atMost(workload, ratio, 0.45)))
                .toList();
    }

    private static Function<Results, List<Outcome>> mapping(Table table) {
        return results -> workloads(results, table)
                .flatMap(workload -> ratio(results, table, workload, Contenders.SPRING, Contenders.LIGATURE)
                        .map(ratio -> Outcome.atLeast(workload, ratio, 8)))
                .toList();
    }

    private static Function<Results, List<Outcome>> links(String workload) {
        return results -> growth(results, Tables.PAGES, Contenders.AUTO, workload, workload + ", links")
                .map(ratio -> Outcome.atMost(Contenders.AUTO, ratio, 1.5))
                .toList();
    }

    private static Function<Results, List<Outcome>> compile(String workload, double limit) {
        return results -> ratio(results, Tables.COMPILE, workload, Contenders.PROCESSOR, Contenders.PLAIN_JAVAC)
                .map(ratio -> Outcome.atMost(Contenders.LIGATURE, ratio, limit))
                .toList();
    }

    private static Stream<Outcome> auto(Results results, Table table, String workload) {
        List<Double> ratios = new ArrayList<>();
        ratio(results, table, workload, Contenders.AUTO, Contenders.LOOKUP).forEach(ratios::add);
        ratio(results, table, workload, Contenders.AUTO, Contenders.BATCH).forEach(ratios::add);
        // The better of the two is that to which the ratio is greater.
        return ratios.stream().max(Double::compare).stream().map(ratio -> Outcome.atMost(workload, ratio, 1.2));
    }

    private static List<Outcome> heap(Results results) {
        return results.of(Tables.STREAMING).stream()
                .filter(Measurement::isOurs)
                .map(measurement -> {
                    double tenth = measurement.details().getOrDefault("MB heap at 10 %", Double.NaN);
                    double all = measurement.details().getOrDefault("MB heap at 100 %", Double.NaN);
                    return Outcome.atMost(measurement.contender(), all / tenth, 1.1);
                })
                .toList();
    }

    private static Stream<String> workloads(Results results, Table table) {
        return results.of(table).stream().map(Measurement::workload).distinct();
    }

    /** Without those that are there to be compared with the same work with links: whatever the strategy, they send the same. */
    private static Stream<String> withLinks(Results results, Table table) {
        List<String> all = workloads(results, table).toList();
        return all.stream().filter(workload -> !all.contains(workload + ", links"));
    }

    private static Stream<Double> ratio(Results results, Table table, String workload, String contender, String other) {
        return results.ratio(table, workload, contender, other).stream().boxed();
    }

    private static Stream<Double> growth(Results results, Table table, String contender, String from, String to) {
        Optional<Measurement> before = results.find(table, from, contender);
        Optional<Measurement> after = results.find(table, to, contender);
        return before.isPresent() && after.isPresent()
                ? Stream.of(after.get().value() / before.get().value())
                : Stream.empty();
    }
}
