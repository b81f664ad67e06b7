// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All that some collections hold, read and put back past the codecs. */
final class Contents {
    /** Ids of one digit were given, others generated. */
    private static final Pattern OBJECT_ID = Pattern.compile("\\b([0-9a-f])(?!\\1{23}\\b)[0-9a-f]{23}\\b");

    private static final Pattern VERSION = Pattern.compile("(\"(?:v|version)\": )\\d+");

    private static final Map<String, Map<String, String>> LINKS = Map.ofEntries(
            Map.entry("houses", Map.of("door", "doors", "win", "windows", "yard", "yards", "owners", "persons")),
            Map.entry("windows", Map.of("frame", "frames", "spares", "frames")),
            Map.entry("trees", Map.of("left", "trees", "right", "trees")),
            Map.entry("fleets", Map.of("admiral", "sailors")),
            Map.entry("ships", Map.of("fleet", "fleets", "captain", "sailors")),
            Map.entry("sailors", Map.of("ship", "ships", "mentor", "sailors")),
            Map.entry("contracts", Map.of("sailor", "sailors", "ship", "ships")),
            Map.entry("medals", Map.of("holder", "sailors")),
            Map.entry("logs", Map.of("ship", "ships")),
            Map.entry("routes", Map.of("ships", "ships", "sp", "ships", "flagship", "ships")),
            Map.entry("bookings", Map.of("route", "routes", "ship", "ships")),
            Map.entry("planets", Map.of("moons", "moons")),
            Map.entry("moons", Map.of("planet", "planets")),
            Map.entry("accounts", Map.of("ledgers", "ledgers")),
            Map.entry("crews", Map.of("ledger", "ledgers")),
            Map.entry(
                    "recipes",
                    Map.of(
                            "steps.ingredient", "ingredients",
                            "steps.tool", "tools",
                            "steps.spares", "tools",
                            "origin.ingredient", "ingredients",
                            "origin.tool", "tools")));

    private final Map<String, List<BsonDocument>> documents;

    private Contents(Map<String, List<BsonDocument>> documents) {
        this.documents = documents;
    }

    static Contents empty(Collection<String> collections) {
        Map<String, List<BsonDocument>> documents = new TreeMap<>();
        collections.forEach(name -> documents.put(name, List.of()));
        return new Contents(documents);
    }

    static Contents read(MongoDatabase database, Collection<String> collections) {
        Map<String, List<BsonDocument>> documents = new TreeMap<>();
        Flux.fromIterable(collections)
                .flatMap(name -> Flux.from(
                                database.getCollection(name, BsonDocument.class).find())
                        .collectList()
                        .doOnNext(found -> {
                            synchronized (documents) {
                                documents.put(name, found);
                            }
                        }))
                .blockLast();
        return new Contents(documents);
    }

    /** Makes the collections hold this again, and nothing else. */
    void restore(MongoDatabase database) {
        TestDatabase.await(Flux.fromIterable(documents.entrySet())
                .flatMap(each -> {
                    var collection = database.getCollection(each.getKey(), BsonDocument.class);
                    return Mono.from(collection.deleteMany(new BsonDocument()))
                            .then(
                                    each.getValue().isEmpty()
                                            ? Mono.empty()
                                            : Mono.from(collection.insertMany(each.getValue())));
                })
                .then());
    }

    /** Each document as a text, in order; generated ids are all alike. */
    List<String> texts() {
        return lines().sorted().toList();
    }

    /** The same without versions. */
    List<String> textsWithoutVersions() {
        return lines().map(text -> VERSION.matcher(text).replaceAll("$1…"))
                .sorted()
                .toList();
    }

    private Stream<String> lines() {
        return documents.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(document -> each.getKey() + " " + masked(document)));
    }

    /** A text without what no two runs have in common. */
    static String masked(Object value) {
        String text = value instanceof BsonDocument document ? document.toJson() : String.valueOf(value);
        Matcher generated = OBJECT_ID.matcher(text);
        return generated.replaceAll("new");
    }

    int size() {
        return documents.values().stream().mapToInt(List::size).sum();
    }

    /** The links without a target. */
    Set<DanglingField> dangling() {
        Map<String, Set<BsonValue>> ids = new TreeMap<>();
        documents.forEach((name, all) -> {
            Set<BsonValue> found = new LinkedHashSet<>();
            all.forEach(document -> found.add(document.get("_id")));
            ids.put(name, found);
        });
        Set<DanglingField> dangling = new LinkedHashSet<>();
        documents.forEach((name, all) -> LINKS.getOrDefault(name, Map.of()).forEach((field, target) -> {
            Set<BsonValue> known = Objects.requireNonNull(ids.get(target), target);
            for (BsonDocument document : all) {
                for (BsonValue id : linked(document, List.of(field.split("\\.")))) {
                    if (!known.contains(id)) {
                        dangling.add(new DanglingField(name, document.get("_id"), field, id));
                    }
                }
            }
        }));
        return dangling;
    }

    /** A link that leads nowhere. */
    record DanglingField(String collection, BsonValue document, String field, BsonValue target) {}

    /** What a path through embedded documents and their lists leads to. */
    private static List<BsonValue> linked(@Nullable BsonValue value, List<String> path) {
        if (path.isEmpty()) {
            return linked(value);
        }
        List<BsonValue> all = new ArrayList<>();
        if (value instanceof BsonArray elements) {
            elements.forEach(each -> all.addAll(linked(each, path)));
        } else if (value instanceof BsonDocument document) {
            all.addAll(linked(document.get(path.get(0)), path.subList(1, path.size())));
        }
        return all;
    }

    private static List<BsonValue> linked(@Nullable BsonValue value) {
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (value.isArray()) {
            List<BsonValue> all = new ArrayList<>();
            value.asArray().forEach(entry -> all.addAll(linked(entry)));
            return all;
        }
        return List.of(
                value.isDocument() && value.asDocument().containsKey("$id")
                        ? value.asDocument().get("$id")
                        : value);
    }

    /** Whether a document is there. */
    boolean has(DanglingField link) {
        return documents.getOrDefault(link.collection, List.of()).stream()
                .anyMatch(document -> document.get("_id").equals(link.document));
    }
}
