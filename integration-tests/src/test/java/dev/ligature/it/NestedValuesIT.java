// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DocumentReadException;
import dev.ligature.it.model.Address;
import dev.ligature.it.model.Address.Position;
import dev.ligature.it.model.Color;
import dev.ligature.it.model.Crate;
import dev.ligature.it.model.CrateRepository;
import dev.ligature.it.model.Flat;
import dev.ligature.it.model.FlatRepository;
import dev.ligature.it.model.Room;
import dev.ligature.it.model.Shape;
import dev.ligature.testing.TestDatabase;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** Values within values: lists, maps and arrays, and embedded records and classes, to any depth. */
class NestedValuesIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private static final BsonDocument ANY = new BsonDocument();

    private final Houses db = new Houses(DATABASE.database());
    private final CrateRepository crates = new CrateRepository(DATABASE.database());
    private final FlatRepository flats = new FlatRepository(DATABASE.database());

    private static Crate crate() {
        Map<String, @Nullable Long> map = new LinkedHashMap<>();
        map.put("b", 2L);
        map.put("none", null);
        map.put("a", 1L);
        return new Crate(
                "c1",
                Arrays.asList("x", null, "x"),
                List.of(3, 1, 2),
                new LinkedHashSet<>(List.of(Color.BLUE, Color.RED)),
                map,
                List.of(List.of(1, 2), List.of(), List.of(3)),
                Map.of("k", List.of(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"))),
                new String[] {"p", "q"},
                new int[] {1, -1},
                new double[] {0.5},
                new char[] {'a', '€'},
                new boolean[] {true, false},
                Optional.of("here"),
                Optional.of(List.of()),
                Optional.of(Map.of("sky", Color.BLUE)),
                "there",
                Set.of());
    }

    @Test
    void storesContainersAndReadsThemBack() {
        get(crates.insert(crate()));

        assertThat(db.stored("crates", ANY)).isEqualTo(BsonDocument.parse("""
                                {
                                  "_id": "c1",
                                  "list": ["x", null, "x"],
                                  "collection": [3, 1, 2],
                                  "set": ["BLUE", "RED"],
                                  "map": {"b": {"$numberLong": "2"}, "none": null, "a": {"$numberLong": "1"}},
                                  "nested": [[1, 2], [], [3]],
                                  "listsByKey": {
                                    "k": [{"$binary": {"base64": "ABEiM0RVZneImaq7zN3u/w==", "subType": "04"}}]
                                  },
                                  "array": ["p", "q"],
                                  "ints": [1, -1],
                                  "doubles": [0.5],
                                  "letters": ["a", "€"],
                                  "flags": [true, false],
                                  "optional": "here",
                                  "optionalList": [],
                                  "optionalMap": {"sky": "BLUE"},
                                  "nullable": "there",
                                  "nullableSet": []
                                }
                                """));
        Crate read = get(crates.findById("c1"));
        assertThat(read).usingRecursiveComparison().isEqualTo(crate());
        assertThat(read.set()).containsExactly(Color.BLUE, Color.RED);
        assertThat(read.map().keySet()).containsExactly("b", "none", "a");
    }

    @Test
    void omitsWhatIsEmptyOrNullInARecordAndReadsItBackSo() {
        Crate full = crate();
        get(crates.insert(new Crate(
                full.id(),
                full.list(),
                full.collection(),
                full.set(),
                full.map(),
                full.nested(),
                full.listsByKey(),
                full.array(),
                full.ints(),
                full.doubles(),
                full.letters(),
                full.flags(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                null,
                null)));

        assertThat(db.stored("crates", ANY).keySet())
                .endsWith("flags")
                .doesNotContain("optional", "optionalList", "optionalMap", "nullable", "nullableSet");
        assertEmpty(get(crates.findById("c1")));

        changeCrate(
                "{$set: {optional: null, optionalList: null, optionalMap: null, nullable: null, nullableSet: null}}");
        assertEmpty(get(crates.findById("c1")));
    }

    private void changeCrate(String update) {
        get(Mono.from(crates.collection().updateOne(ANY, BsonDocument.parse(update))));
    }

    private static void assertEmpty(Crate crate) {
        assertThat(crate.optional()).isEmpty();
        assertThat(crate.optionalList()).isEmpty();
        assertThat(crate.optionalMap()).isEmpty();
        assertThat(crate.nullable()).isNull();
        assertThat(crate.nullableSet()).isNull();
    }

    private static Flat flat() {
        return new Flat(
                7,
                new Address("High Street 1", "York", Optional.of(new Position(53.5, -1.25))),
                List.of(Room.of("kitchen", 9), Room.of("hall", 30, Room.of("bay", 2, Room.of("seat", 1)))),
                Map.of("first", new Address("Low Street 2", "Hull", Optional.empty())),
                Optional.of(Room.of("garage", 15)),
                null,
                new Shape.Pair(new Shape.Circle(1.5), new Shape.Pair(new Shape.Dot(), new Shape.Dot())),
                List.of(new Shape.Dot(), new Shape.Circle(2)));
    }

    private static final String DOT = "{\"kind\": \"dev.ligature.it.model.Shape$Dot\"}";

    @Test
    void storesEmbeddedValuesToAnyDepthAndReadsThemBack() {
        get(flats.insert(flat()));

        assertThat(db.stored("flats", ANY)).isEqualTo(BsonDocument.parse("""
                                {
                                  "_id": 7,
                                  "address": {
                                    "street": "High Street 1",
                                    "city": "York",
                                    "position": {"latitude": 53.5, "longitude": -1.25}
                                  },
                                  "rooms": [
                                    {"name": "kitchen", "size": 9, "alcoves": []},
                                    {"name": "hall", "size": 30, "alcoves": [
                                      {"name": "bay", "size": 2, "alcoves": [
                                        {"name": "seat", "size": 1, "alcoves": []}
                                      ]}
                                    ]}
                                  ],
                                  "formerAddresses": {"first": {"street": "Low Street 2", "city": "Hull"}},
                                  "garage": {"name": "garage", "size": 15, "alcoves": []},
                                  "shape": {
                                    "kind": "pair",
                                    "left": {"kind": "circle", "radius": 1.5},
                                    "right": {"kind": "pair", "left": DOT, "right": DOT}
                                  },
                                  "ornaments": [DOT, {"kind": "circle", "radius": 2.0}]
                                }
                                """.replace("DOT", DOT)));
        assertThat(get(flats.findById(7))).usingRecursiveComparison().isEqualTo(flat());
    }

    /** A stored flat with some of its fields replaced. */
    private Flat readFlat(String fields) {
        BsonDocument stored = BsonDocument.parse("{_id: 7, address: {street: 's', city: 'c'}, rooms: [],"
                + " formerAddresses: {}, shape: {kind: 'circle', radius: 1}, ornaments: []}");
        stored.putAll(BsonDocument.parse(fields));
        stored.values()
                .removeIf(
                        value -> value.isString() && value.asString().getValue().equals("REMOVED"));
        db.store("flats", stored.toJson());
        return get(flats.findById(7));
    }

    @Test
    void findsADiscriminatorWhereverItStands() {
        Flat flat = readFlat(
                "{shape: {right: {radius: 2.5, kind: 'circle'}, left: {radius: 3.5, extra: [1], kind: 'circle'},"
                        + " kind: 'pair'}, ornaments: [{radius: 1, kind: 'circle'}]}");

        assertThat(flat.shape()).isEqualTo(new Shape.Pair(new Shape.Circle(3.5), new Shape.Circle(2.5)));
        assertThat(flat.ornaments()).containsExactly(new Shape.Circle(1));
    }

    @Test
    void skipsFieldsThatAreNotDeclared() {
        Flat flat = readFlat("{unknown: {deep: [1, {er: 2}]}, address: {zip: [1], street: 's', _class: 'A', city: 'c'},"
                + " rooms: [{extra: 1, size: 4}]}");

        assertThat(flat.address()).isEqualTo(new Address("s", "c", Optional.empty()));
        assertThat(flat.rooms()).singleElement().usingRecursiveComparison().isEqualTo(Room.of("room", 4));
    }

    static Stream<Arguments> unfitFlats() {
        String advice = ". Declare the member Optional or @Nullable if it may be absent.";
        return Stream.of(
                Arguments.of("{address: 'REMOVED'}", "\"address\": required, but missing" + advice),
                Arguments.of("{address: null}", "\"address\": required, but missing" + advice),
                Arguments.of("{address: {street: 's'}}", "\"address.city\": required, but missing" + advice),
                Arguments.of(
                        "{address: {street: 's', city: null}}", "\"address.city\": required, but missing" + advice),
                Arguments.of("{address: {street: 's', city: 3}}", "\"address.city\": expected a string, found INT32"),
                Arguments.of("{address: 's'}", "\"address\": expected a document (Address), found STRING"),
                Arguments.of(
                        "{address: {street: 's', city: 'c', position: {latitude: 1}}}",
                        "\"address.position.longitude\": required, but missing" + advice),
                Arguments.of("{rooms: {}}", "\"rooms\": expected an array, found DOCUMENT"),
                Arguments.of("{rooms: [{}, {}, {size: '4'}]}", "\"rooms[2].size\": expected an integer, found STRING"),
                Arguments.of(
                        "{rooms: [{alcoves: [{}, {alcoves: [{size: true}]}]}]}",
                        "\"rooms[0].alcoves[1].alcoves[0].size\": expected an integer, found BOOLEAN"),
                Arguments.of(
                        "{formerAddresses: {a: {street: 's', city: 'c'}, b: {street: 1}}}",
                        "\"formerAddresses.b.street\": expected a string, found INT32"),
                Arguments.of("{formerAddresses: []}", "\"formerAddresses\": expected a document, found ARRAY"),
                Arguments.of("{garage: {size: null}}", "\"garage.size\": expected an integer, found NULL"),
                Arguments.of("{shape: {kind: 'cube'}}", "\"shape.kind\": expected one of "),
                Arguments.of("{shape: {radius: 1}}", "\"shape.kind\": required, but missing; one of "),
                Arguments.of(
                        "{ornaments: [{kind: 'pair', left: {kind: 'circle', radius: 1}, right: {kind: 'circle'}}]}",
                        "\"ornaments[0].right.radius\": required, but missing" + advice));
    }

    @ParameterizedTest
    @MethodSource("unfitFlats")
    void namesTheWholePathOfWhatDoesNotFit(String fields, String problem) {
        assertThatThrownBy(() -> readFlat(fields))
                .isInstanceOf(DocumentReadException.class)
                .hasMessageStartingWith("Flat 7 in \"flats\", field " + problem);
    }

    @Test
    void namesElementsAndKeysThatDoNotFit() {
        get(crates.insert(crate()));

        changeCrate("{$set: {'nested.2': [3, '4']}}");
        assertThatThrownBy(() -> get(crates.findById("c1")))
                .hasMessage("Crate c1 in \"crates\", field \"nested[2][1]\": expected an integer, found STRING");

        changeCrate("{$set: {nested: [], ints: [1, null]}}");
        assertThatThrownBy(() -> get(crates.findById("c1")))
                .hasMessage("Crate c1 in \"crates\", field \"ints[1]\": expected an integer, found NULL");

        changeCrate("{$set: {ints: [], 'map.a': 'x'}}");
        assertThatThrownBy(() -> get(crates.findById("c1")))
                .hasMessage("Crate c1 in \"crates\", field \"map.a\": expected an integer, found STRING");
    }
}
