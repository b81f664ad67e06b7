// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.ligature.it.faults.Promises.Promise;
import dev.ligature.testing.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** What a soak stores: the report is rendered from that, and from nothing else. */
record SoakFile(ConnectionString server, Tally matrix, SoakRun.Result result) {
    private static final JsonWriterSettings JSON = JsonWriterSettings.builder()
            .outputMode(JsonMode.RELAXED)
            .indent(true)
            .build();

    String json() {
        BsonDocument faults = new BsonDocument();
        result.faults().forEach((name, count) -> faults.append(name, new BsonInt64(count)));
        return new BsonDocument("environment", environment())
                .append("seconds", new BsonInt64(result.duration().toSeconds()))
                .append("subscribers", new BsonInt64(SoakRun.SUBSCRIBERS))
                .append("seed", new BsonInt64(result.seed()))
                .append("matrix", matrixRows())
                .append("commands", new BsonInt64(result.commands()))
                .append("faults", faults)
                .append("actions", actions())
                .append("calledAgain", new BsonInt64(result.calledAgain()))
                .append("transactionsRunAgain", new BsonInt64(result.transactionsRunAgain()))
                .append("repliesRepeated", new BsonInt64(result.repliesRepeated()))
                .append("promises", promises())
                .append("samples", samples())
                .toJson(JSON);
    }

    private BsonDocument environment() {
        try (MongoClient client = MongoClients.create(server)) {
            Document build = Objects.requireNonNull(
                    TestDatabase.await(client.getDatabase("admin").runCommand(new Document("buildInfo", 1))));
            return new BsonDocument(
                            "date", new BsonString(LocalDate.now(ZoneOffset.UTC).toString()))
                    .append(
                            "cores",
                            new BsonString(Integer.toString(Runtime.getRuntime().availableProcessors())))
                    .append(
                            "JVM",
                            new BsonString(System.getProperty("java.vm.name") + " "
                                    + System.getProperty("java.runtime.version")))
                    .append(
                            "server",
                            new BsonString("the one at MONGODB_URI, speaks as MongoDB " + build.getString("version")));
        }
    }

    private BsonArray matrixRows() {
        BsonArray rows = new BsonArray();
        matrix.rows()
                .forEach((kind, row) -> rows.add(new BsonDocument("kind", new BsonString(kind.title()))
                        .append("operations", new BsonInt64(row.operations()))
                        .append("tries", new BsonInt64(row.tries()))
                        .append("survived", new BsonInt64(row.survived()))
                        .append("held", new BsonInt64(row.held()))));
        return rows;
    }

    private BsonArray actions() {
        BsonArray actions = new BsonArray();
        result.actions()
                .forEach((action, done) -> actions.add(new BsonDocument("action", new BsonString(action.title()))
                        .append("done", new BsonInt64(done))));
        return actions;
    }

    private BsonArray promises() {
        BsonArray promises = new BsonArray();
        for (Promise promise : Promise.values()) {
            promises.add(new BsonDocument("promise", new BsonString(promise.text()))
                    .append("checked", new BsonInt64(result.promises().checked(promise)))
                    .append("broken", new BsonInt64(result.promises().broken(promise))));
        }
        return promises;
    }

    private BsonDocument samples() {
        return new BsonDocument("second", series(Vitals.Sample::second))
                .append("actions", series(Vitals.Sample::actions))
                .append("faults", series(Vitals.Sample::faults))
                .append("heap", series(Vitals.Sample::heap))
                .append("threads", series(Vitals.Sample::threads))
                .append("connections", series(Vitals.Sample::connections));
    }

    /** Rounded: the report shows no more. */
    private BsonArray series(ToDoubleFunction<Vitals.Sample> value) {
        List<? extends BsonValue> values = Arrays.stream(
                        result.samples().stream().mapToDouble(value).toArray())
                .mapToObj(each -> new BsonDouble(Math.round(each * 10) / 10.0))
                .toList();
        return new BsonArray(values);
    }
}
