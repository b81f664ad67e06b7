// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** The results of the sections, a JSON file each: what a run writes and the report is rendered from. */
public final class ResultFiles {
    private static final JsonWriterSettings JSON = JsonWriterSettings.builder()
            .outputMode(JsonMode.RELAXED)
            .indent(true)
            .build();

    private final Path directory;

    public ResultFiles(Path directory) {
        this.directory = directory;
    }

    /** Replaces what an earlier run of the section gave. */
    public void write(SectionResult result) {
        BsonArray measurements = new BsonArray();
        result.measurements().forEach(measurement -> measurements.add(json(measurement)));
        BsonDocument file = new BsonDocument("section", new BsonString(result.section()))
                .append("command", new BsonString(result.command()))
                .append("environment", json(result.environment()))
                .append("contenders", json(result.contenders()))
                .append("measurements", measurements);
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(result.section() + ".json"), file.toJson(JSON) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All results there are; none where nothing was measured yet. */
    public Results read() {
        if (!Files.isDirectory(directory)) {
            return new Results(List.of());
        }
        try (Stream<Path> files = Files.list(directory)) {
            return new Results(files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(ResultFiles::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SectionResult read(Path file) {
        BsonDocument json;
        try {
            json = BsonDocument.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Measurement> measurements = new ArrayList<>();
        for (BsonValue measurement : json.getArray("measurements")) {
            measurements.add(measurement(measurement.asDocument()));
        }
        return new SectionResult(
                json.getString("section").getValue(),
                json.getString("command").getValue(),
                texts(json.getDocument("environment")),
                texts(json.getDocument("contenders")),
                measurements);
    }

    private static BsonDocument json(Map<String, String> texts) {
        BsonDocument json = new BsonDocument();
        texts.forEach((name, value) -> json.append(name, new BsonString(value)));
        return json;
    }

    private static Map<String, String> texts(BsonDocument json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.forEach((name, value) -> texts.put(name, value.asString().getValue()));
        return texts;
    }

    private static BsonDocument json(Measurement measurement) {
        BsonDocument details = new BsonDocument();
        measurement.details().forEach((name, value) -> details.append(name, new BsonDouble(value)));
        BsonArray runs = new BsonArray();
        measurement.runs().forEach(run -> runs.add(new BsonDouble(run)));
        return new BsonDocument("operation", new BsonString(measurement.operation()))
                .append("workload", new BsonString(measurement.workload()))
                .append("contender", new BsonString(measurement.contender()))
                .append("unit", new BsonString(measurement.unit().name()))
                .append("value", new BsonDouble(measurement.value()))
                .append("error", new BsonDouble(measurement.error()))
                .append("runs", runs)
                .append("details", details)
                .append("cannot", new BsonString(measurement.cannot()));
    }

    private static Measurement measurement(BsonDocument json) {
        Map<String, Double> details = new LinkedHashMap<>();
        json.getDocument("details")
                .forEach((name, value) -> details.put(name, value.asNumber().doubleValue()));
        return new Measurement(
                json.getString("operation").getValue(),
                json.getString("workload").getValue(),
                json.getString("contender").getValue(),
                Unit.valueOf(json.getString("unit").getValue()),
                json.getNumber("value").doubleValue(),
                json.getNumber("error").doubleValue(),
                json.getArray("runs", new BsonArray()).stream()
                        .map(run -> run.asNumber().doubleValue())
                        .toList(),
                details,
                json.getString("cannot").getValue());
    }
}
