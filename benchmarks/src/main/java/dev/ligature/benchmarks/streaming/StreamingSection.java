// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.streaming;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.ligature.benchmarks.process.ChildJvm;
import dev.ligature.benchmarks.process.ClassPath;
import dev.ligature.benchmarks.report.Measurement;
import dev.ligature.benchmarks.report.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A million documents, each with a link and a list of links, through a heap of 64 MB: time per document, and what is held on to. */
public final class StreamingSection {
    /** What the processes report. */
    static final String NANOS = "nanos";

    static final String CHECKSUM = "checksum";
    static final String PEAK = "peak";

    private static final String HEAP = "-Xmx64m";
    private static final double MEGABYTE = 1 << 20;

    private StreamingSection() {}

    static String heapAt(int percent) {
        return "heap at " + percent + " %";
    }

    /**
     * Loads the collections and streams them once by every contender.
     *
     * @throws IllegalStateException when a process fails, or reads something else than the others
     */
    public static List<Measurement> measure(String server, int readings) {
        try (MongoClient client = MongoClients.create(server)) {
            Readings.load(client.getDatabase(Readings.DATABASE), readings).block();
        }
        List<Measurement> measurements = new ArrayList<>();
        Map<Integer, Long> checksums = new LinkedHashMap<>();
        for (Contender contender : Contender.values()) {
            int documents = contender.documents(readings);
            ChildJvm.Outcome outcome = new ChildJvm(List.of(HEAP), ClassPath.current(), StreamingProcess.class)
                    .run(contender.name(), server, Integer.toString(documents));
            long checksum = outcome.figure(CHECKSUM);
            long expected = contender.isLinked() ? checksums.computeIfAbsent(documents, first -> checksum) : checksum;
            if (checksum != expected) {
                throw new IllegalStateException(contender.title() + " read something else than the others: checksum "
                        + checksum + " instead of " + expected);
            }
            measurements.add(measurement(contender, readings, documents, outcome));
        }
        return measurements;
    }

    private static Measurement measurement(Contender contender, int readings, int documents, ChildJvm.Outcome outcome) {
        long nanos = outcome.figure(NANOS);
        Map<String, Double> details = new LinkedHashMap<>();
        details.put("documents", (double) documents);
        details.put("documents/s", (double) Math.round(documents * 1e9 / nanos));
        for (int percent : new int[] {10, 50, 100}) {
            details.put("MB " + heapAt(percent), outcome.figure(heapAt(percent)) / MEGABYTE);
        }
        details.put("MB at most after a collection", outcome.figure(PEAK) / MEGABYTE);
        return Measurement.of(
                "",
                String.format(Locale.ROOT, "%,d documents, %s", readings, HEAP),
                contender.title(),
                Unit.NANOSECONDS,
                (double) nanos / documents,
                0,
                details);
    }
}
