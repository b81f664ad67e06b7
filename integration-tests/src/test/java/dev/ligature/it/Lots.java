// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.it.model.Author;
import dev.ligature.it.model.AuthorRepository;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.DoorRepository;
import dev.ligature.it.model.LotRepository;
import dev.ligature.it.model.Person;
import dev.ligature.it.model.PersonRepository;
import dev.ligature.link.Ref;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import reactor.core.publisher.Mono;

/** Documents of few and equal values, of missing ones, nulls and numbers of all types, written past the codecs. */
final class Lots {
    static final int SIZE = 60;

    private static final List<String> DOORS = IntStream.range(0, 4)
            .mapToObj(i -> "{$oid: '66500000000000000000000" + i + "'}")
            .toList();
    private static final List<String> PERSONS = IntStream.range(4, 7)
            .mapToObj(i -> "{$oid: '66500000000000000000000" + i + "'}")
            .toList();

    final LotRepository lots;
    private final DoorRepository doors;
    private final AuthorRepository authors;
    private final PersonRepository persons;
    private final MongoDatabase database;

    private final String notANumber;

    Lots(TestDatabase server) {
        database = server.database();
        // the embedded server sorts it after all numbers, where MongoDB sorts it before them
        notANumber = server.isEmbedded() ? "7" : "{$numberDouble: 'NaN'}";
        lots = new LotRepository(database);
        doors = new DoorRepository(database);
        authors = new AuthorRepository(database);
        persons = new PersonRepository(database);
    }

    /** Empties the collections and fills them anew, the same each time. */
    void store() {
        for (String name : List.of("lots", "doors", "authors", "persons", "notes", "flats", "planets", "slots")) {
            get(Mono.from(collection(name).deleteMany(new BsonDocument())));
        }
        Random random = new Random(5);
        List<BsonDocument> documents = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            documents.add(BsonDocument.parse(lot(i, random)));
        }
        get(Mono.from(collection("lots").insertMany(documents)));
        list(doors.insertAll(IntStream.range(0, 3).mapToObj(Lots::door).toList())); // the last one is missing
        list(authors.insertAll(List.of(
                new Author("ann", 1850, Optional.of(Ref.to("bob")), List.of(), List.of()), Author.of("bob", 1950))));
        list(persons.insertAll(IntStream.range(4, 7)
                .mapToObj(i -> new Person(
                        new ObjectId("66500000000000000000000" + i), i == 4 ? "Ann" : "Bob", Optional.empty()))
                .toList()));
    }

    /** Writes a lot past the codecs. */
    void insert(String json) {
        get(Mono.from(collection("lots").insertOne(BsonDocument.parse(json))));
    }

    MongoCollection<BsonDocument> collection(String name) {
        return database.getCollection(name, BsonDocument.class);
    }

    private static Door door(int number) {
        Door door = Door.of(number + 1, 1);
        door.id = new ObjectId("66500000000000000000000" + number);
        return door;
    }

    private String lot(int number, Random random) {
        StringBuilder json = new StringBuilder("{_id: {$oid: '")
                .append("%08x%016x".formatted(random.nextInt(), number)) // in no order that another field has
                .append("'}, open: ")
                .append(random.nextBoolean())
                .append(", bucket: ")
                .append(random.nextInt(4))
                .append(", tags: ['x'], bidders: ")
                .append(PERSONS.subList(random.nextInt(2), 2 + random.nextInt(2)));
        optional(json, random, "n", "''", "'a'", "'B'", "'b'", "'ä'", "'a'");
        optional(
                json,
                random,
                "score",
                "1",
                "1.0",
                "1.5",
                "{$numberLong: '2'}",
                notANumber,
                notANumber,
                "{$numberDouble: '-Infinity'}",
                "{$numberDouble: 'Infinity'}",
                "-0.0",
                "0");
        optional(
                json, random, "price", "{$numberDecimal: '1.10'}", "{$numberDecimal: '1.1'}", "{$numberDecimal: '-7'}");
        optional(json, random, "sold", "{$date: '2020-01-01T00:00:00Z'}", "{$date: '1969-01-01T00:00:00Z'}");
        optional(
                json,
                random,
                "listed",
                "{at: {$date: '2020-01-01T00:00:00Z'}, offset: 0}",
                "{at: {$date: '2020-01-01T00:00:00Z'}, offset: 3600}",
                "{at: {$date: '1999-01-01T00:00:00Z'}, offset: 0}");
        optional(
                json,
                random,
                "code",
                "{$uuid: '00000000-0000-4000-8000-000000000001'}",
                "{$uuid: 'f0000000-0000-4000-8000-000000000001'}",
                "{$uuid: '70000000-0000-4000-8000-000000000002'}");
        optional(
                json,
                random,
                "place",
                "{street: 'High Street', city: 'York'}",
                "{street: 'High Street', city: 'Bath'}",
                "{street: 'Low Street', city: 'Bath'}");
        optional(json, random, "d", DOORS.toArray(String[]::new));
        optional(json, random, "seller", "{$ref: 'authors', $id: 'ann'}", "{$ref: 'authors', $id: 'bob'}");
        return json.append('}').toString();
    }

    /** One of some values, or a null, or nothing. */
    private static void optional(StringBuilder json, Random random, String field, String... values) {
        int choice = random.nextInt(values.length + 2);
        if (choice <= values.length) {
            json.append(", ").append(field).append(": ").append(choice == values.length ? "null" : values[choice]);
        }
    }
}
