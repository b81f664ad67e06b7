// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.list;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;

/** Concerts whose lists hold entries of every stored form, written past the codecs. */
final class StoredForms {
    private final TestDatabase server;

    StoredForms(TestDatabase server) {
        this.server = server;
    }

    /** The entries of an array in Extended JSON. */
    static List<BsonValue> entries(String json) {
        return BsonArray.parse(json);
    }

    /** All lists of some entries up to a length, the empty one too. */
    static List<BsonArray> lists(List<BsonValue> entries, int length) {
        List<BsonArray> lists = new ArrayList<>(List.of(new BsonArray()));
        int from = 0;
        for (int size = 1; size <= length; size++) {
            int to = lists.size();
            for (BsonArray shorter : List.copyOf(lists.subList(from, to))) {
                for (BsonValue entry : entries) {
                    BsonArray longer = new BsonArray(new ArrayList<>(shorter));
                    longer.add(entry);
                    lists.add(longer);
                }
            }
            from = to;
        }
        return lists;
    }

    /** Stores a concert of version 1 for each value of a field; their ids are {@code c0}, {@code c1}, and so on. This is not recorded. */
    void store(String field, List<? extends BsonValue> values) {
        List<BsonDocument> concerts = IntStream.range(0, values.size())
                .mapToObj(i -> concert("c" + i, field, values.get(i)))
                .toList();
        list(Flux.from(concerts().insertMany(concerts)));
        server.recorder().clear();
    }

    private static BsonDocument concert(String id, String field, BsonValue value) {
        BsonDocument concert = new BsonDocument("_id", new BsonString(id)).append("version", new BsonInt64(1));
        if (!field.equals("players")) {
            concert.append("players", new BsonArray());
        }
        return concert.append(field, value);
    }

    /** The stored concerts by their ids. */
    Map<String, BsonDocument> stored() {
        Map<String, BsonDocument> stored = new LinkedHashMap<>();
        for (BsonDocument concert :
                list(Flux.from(concerts().find().sort(new BsonDocument("_id", new BsonInt32(1)))))) {
            stored.put(concert.getString("_id").getValue(), concert);
        }
        return stored;
    }

    static long version(BsonDocument concert) {
        return concert.getNumber("version").longValue();
    }

    MongoCollection<BsonDocument> concerts() {
        return server.database().getCollection("concerts", BsonDocument.class);
    }
}
