// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.suite;

import dev.ligature.benchmarks.codec.CodecBenchmark;
import dev.ligature.benchmarks.codec.FieldOrderBenchmark;
import dev.ligature.benchmarks.compile.CompileSection;
import dev.ligature.benchmarks.query.CascadeBenchmark;
import dev.ligature.benchmarks.query.CascadeContenders;
import dev.ligature.benchmarks.query.Contender;
import dev.ligature.benchmarks.query.HouseContenders;
import dev.ligature.benchmarks.query.LinkFetchBenchmark;
import dev.ligature.benchmarks.query.LinkedFilterBenchmark;
import dev.ligature.benchmarks.query.PageBenchmark;
import dev.ligature.benchmarks.query.SharedTargetsBenchmark;
import dev.ligature.benchmarks.query.TreeBenchmark;
import dev.ligature.benchmarks.query.TreeContenders;
import dev.ligature.benchmarks.report.Measurement;
import dev.ligature.benchmarks.startup.StartupSection;
import dev.ligature.benchmarks.streaming.StreamingSection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All sections, in the order in which they are run. */
final class Sections {
    static final List<Section> ALL = List.of(
            Jmh.forked("codecs", CodecBenchmark.class, FieldOrderBenchmark.class),
            Jmh.inTurnsWithCpu("fetch", LinkFetchBenchmark.class).with(contenders(HouseContenders.ALL)),
            Jmh.inTurnsWithCpu("shared-targets", SharedTargetsBenchmark.class).with(contenders(HouseContenders.ALL)),
            Jmh.inTurns("pages", PageBenchmark.class).with(contenders(HouseContenders.ALL)),
            Jmh.inTurns("linked-filter", LinkedFilterBenchmark.class).with(contenders(HouseContenders.ALL)),
            Jmh.inTurns("cascade", CascadeBenchmark.class).with(contenders(CascadeContenders.ALL)),
            Jmh.inTurns("tree", TreeBenchmark.class).with(contenders(TreeContenders.ALL)),
            new Section("commands", run -> Commands.measure()),
            new Section("streaming", run -> StreamingSection.measure(run.server(), run.quick() ? 50_000 : 1_000_000)),
            new Section("startup", run -> StartupSection.measure(run.server(), run.embedded(), run.quick() ? 2 : 10)),
            new Section("compile", Sections::compile));

    private Sections() {}

    private static Map<String, String> contenders(List<? extends Contender<?>> contenders) {
        Map<String, String> descriptions = new LinkedHashMap<>();
        contenders.forEach(contender -> descriptions.put(contender.name(), contender.description()));
        return descriptions;
    }

    private static List<Measurement> compile(Conditions run) throws IOException {
        Path directory = Path.of("target", "compile");
        if (run.quick()) {
            return CompileSection.measure(directory, 100, 1);
        }
        List<Measurement> measurements = new ArrayList<>(CompileSection.measure(directory, 100, 5));
        measurements.addAll(CompileSection.measure(directory, 1_000, 3));
        return measurements;
    }
}
