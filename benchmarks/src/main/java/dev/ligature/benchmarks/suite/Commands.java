// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.suite;

import dev.ligature.benchmarks.query.CommandCounts;
import dev.ligature.benchmarks.query.CommandCounts.Count;
import dev.ligature.benchmarks.report.Measurement;
import dev.ligature.benchmarks.report.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goes over the wire, as measurements. */
final class Commands {
    private Commands() {}

    static List<Measurement> measure() {
        return CommandCounts.all().stream().map(Commands::measurement).toList();
    }

    private static Measurement measurement(Count count) {
        if (!count.cannot().isEmpty()) {
            return Measurement.cannot("", count.workload(), count.contender(), Unit.COMMANDS, count.cannot());
        }
        Map<String, Double> details = new LinkedHashMap<>();
        details.put("documents", (double) count.documents());
        details.put("bytes", (double) count.bytes());
        return Measurement.of("", count.workload(), count.contender(), Unit.COMMANDS, count.commands(), 0, details);
    }
}
