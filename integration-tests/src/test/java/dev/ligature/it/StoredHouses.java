// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;

import dev.ligature.it.model.House;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.query.WriteRule;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;

/** Houses whose links a test changes, and what is stored of them. What it stores is not recorded. */
final class StoredHouses {
    static final ObjectId A = new ObjectId("66500000000000000000000a");
    static final ObjectId B = new ObjectId("66500000000000000000000b");
    static final ObjectId C = new ObjectId("66500000000000000000000c");
    /** Ids of nothing. */
    static final ObjectId GONE = new ObjectId("66500000000000000000000e");

    static final ObjectId LOST = new ObjectId("66500000000000000000000f");

    private final Houses db;
    private final CommandRecorder recorder;

    StoredHouses(TestDatabase server) {
        db = new Houses(server.database());
        recorder = server.recorder();
    }

    /** A house without windows. */
    House house() {
        House saved = Houses.get(db.houses.insert(House.of("Oak", Ref.to(new ObjectId()))));
        recorder.clear();
        return saved;
    }

    /** A house, written with all that it links to. */
    House inserted(House house) {
        House inserted = Houses.get(db.houses.insert(house, WriteRule.WRITE));
        recorder.clear();
        return inserted;
    }

    /** Writes a house past the codecs, with a door and a list of windows at least. */
    void house(int number, String members) {
        BsonDocument house = document(number, members);
        house.computeIfAbsent("door", name -> new BsonObjectId(A));
        house.computeIfAbsent("win", name -> new BsonArray());
        db.store("houses", house.toJson());
        recorder.clear();
    }

    /** The stored form of a house; {@code $a}, {@code $b}, {@code $c}, {@code $gone} and {@code $lost} stand for ids. */
    static BsonDocument document(int number, String members) {
        return BsonDocument.parse(withIds("{_id: " + oid(houseId(number)) + ", name: 'h" + number
                + "', rooms: 1, tags: []" + (members.isEmpty() ? "" : ", ") + members + "}"));
    }

    private static String withIds(String json) {
        return json.replace("$a", oid(A))
                .replace("$b", oid(B))
                .replace("$c", oid(C))
                .replace("$gone", oid(GONE))
                .replace("$lost", oid(LOST));
    }

    private static String oid(ObjectId id) {
        return "{$oid: '" + id + "'}";
    }

    static ObjectId houseId(int number) {
        return new ObjectId("66500000000000000000000" + number);
    }

    /** Documents with the ids {@link #A} and {@link #B} in each collection that houses link to. */
    void targets() {
        for (String collection : List.of("doors", "windows", "yards", "persons")) {
            for (String target : List.of("{_id: $a, name: 'a'", "{_id: $b, name: 'b'")) {
                db.store(collection, withIds(target + ", size: 1, width: 1, tinted: false, spares: []}"));
            }
        }
        recorder.clear();
    }

    List<Window> windows(int number) {
        List<Window> saved = list(db.windows.insertAll(
                IntStream.range(0, number).mapToObj(i -> Window.of(i, false)).toList()));
        recorder.clear();
        return saved;
    }

    /** What is stored of a house. */
    BsonDocument get(int number) {
        return db.stored("houses", BsonDocument.parse("{name: 'h" + number + "'}"));
    }

    House read(House saved) {
        return Houses.get(db.houses.findById(id(saved.id())));
    }
}
