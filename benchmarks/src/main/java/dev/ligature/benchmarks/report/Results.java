// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The latest results of all sections that have been run. */
public record Results(List<SectionResult> sections) {
    public Results {
        sections = List.copyOf(sections);
    }

    Optional<SectionResult> section(String name) {
        return sections.stream()
                .filter(section -> section.section().equals(name))
                .findFirst();
    }

    /** The figures of a table, in the order in which they were measured; none where its section was not run. */
    List<Measurement> of(Table table) {
        return all(table).stream().filter(Measurement::isMeasured).toList();
    }

    /** The same, with those that could not be measured among them. */
    List<Measurement> all(Table table) {
        return section(table.section())
                .map(section -> section.measurements().stream()
                        .filter(measurement -> measurement.operation().equals(table.operation()))
                        .toList())
                .orElse(List.of());
    }

    Optional<Measurement> find(Table table, String workload, String contender) {
        return of(table).stream()
                .filter(measurement -> measurement.workload().equals(workload))
                .filter(measurement -> measurement.contender().equals(contender))
                .findFirst();
    }

    /** How many times a contender takes what another takes on the same workload. */
    OptionalDouble ratio(Table table, String workload, String contender, String other) {
        Optional<Measurement> value = find(table, workload, contender);
        Optional<Measurement> base = find(table, workload, other);
        return value.isPresent() && base.isPresent()
                ? OptionalDouble.of(value.get().value() / base.get().value())
                : OptionalDouble.empty();
    }
}
