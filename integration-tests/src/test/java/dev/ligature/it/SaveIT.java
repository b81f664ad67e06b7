// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.testing.LigatureAssertions.assertThat;
import static dev.ligature.testing.LigatureAssertions.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.MappingIT.Measurement;
import dev.ligature.it.model.Crate;
import dev.ligature.it.model.CrateRepository;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.LotRepository;
import dev.ligature.it.model.Mark;
import dev.ligature.it.model.MarkRepository;
import dev.ligature.it.model.Note;
import dev.ligature.it.model.NoteRepository;
import dev.ligature.it.model.Person;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.query.WriteRule;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** Saving changes what the declaration knows, in one command as before; replacing replaces. */
class SaveIT {
    private static final BsonDocument ALL = new BsonDocument();

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final Houses db = new Houses(DATABASE.database());
    private final NoteRepository notes = new NoteRepository(DATABASE.database());
    private final MarkRepository marks = new MarkRepository(DATABASE.database());
    private final CrateRepository crates = new CrateRepository(DATABASE.database());
    private final LotRepository lots = new LotRepository(DATABASE.database());

    /** Gives all documents of a collection a field that no declaration knows. */
    private void addUnknownField(String collection) {
        get(Mono.from(DATABASE.database()
                .getCollection(collection)
                .updateMany(ALL, BsonDocument.parse("{$set: {unknown: {from: 'a newer service'}}}"))));
    }

    private boolean hasUnknownField(String collection) {
        return db.stored(collection, ALL).containsKey("unknown");
    }

    @Test
    void keepsFieldsThatTheDeclarationDoesNotKnow() {
        Note note = get(notes.insert(Note.of("a").withMood("good")));
        addUnknownField("notes");
        DATABASE.recorder().clear();

        get(notes.save(note.withVotes(7)));

        assertThat(DATABASE.recorder()).containsExactly(update("notes"));
        assertThat(hasUnknownField("notes")).isTrue();
        assertThat(get(notes.findById(id(note.id())))).isEqualTo(note.withVotes(7));
    }

    @Test
    void replacesAllOfADocumentThatIsReplaced() {
        Note note = get(notes.insert(Note.of("a")));
        addUnknownField("notes");

        get(notes.replace(note.withVotes(7)));

        assertThat(hasUnknownField("notes")).isFalse();
    }

    @Test
    void removesDeclaredFieldsThatAreAbsentNow() {
        Note note = get(notes.insert(Note.of("a").withMood("good")));

        get(notes.save(new Note(note.id(), "b", 1, 0, List.of(), Optional.empty(), null)));

        BsonDocument stored = db.stored("notes", ALL);
        assertThat(stored.keySet()).containsExactlyInAnyOrder("_id", "text", "votes", "score", "tags");
    }

    @Test
    void replacesEmbeddedValuesWhole() {
        db.store(
                "lots",
                "{_id: {$oid: '65f0c0ffee0123456789abcd'}, open: true, bucket: 1, tags: [], bidders: [],"
                        + " place: {street: 's', city: 'c', unknown: 1}, unknown: 2}");

        get(lots.save(get(lots.findAll().next())));

        BsonDocument stored = db.stored("lots", ALL);
        assertThat(stored.containsKey("unknown")).isTrue();
        assertThat(stored.getDocument("place").keySet()).containsExactly("street", "city");
    }

    @Test
    void keepsUnknownFieldsOfLinkedDocumentsUnlessTheGraphIsReplaced() {
        House house = get(db.houses.insert(House.of("Oak", Ref.of(Door.of(2, 1))), WriteRule.WRITE));
        addUnknownField("doors");
        addUnknownField("houses");

        get(db.houses.save(house, WriteRule.WRITE));
        assertThat(hasUnknownField("doors")).isTrue();
        assertThat(hasUnknownField("houses")).isTrue();

        get(db.houses.insert(House.of("Elm", house.door()), WriteRule.WRITE));
        assertThat(hasUnknownField("doors")).isTrue();

        get(db.houses.replace(house, WriteRule.WRITE));
        assertThat(hasUnknownField("doors")).isFalse();
        assertThat(db.stored("houses", new BsonDocument("name", new BsonString("Oak")))
                        .containsKey("unknown"))
                .isFalse();
    }

    @Test
    void writesNewDocumentsInTheOrderOfTheirDeclaration() {
        House house = get(db.houses.save(House.of("Oak", Ref.of(Door.of(2, 1))), WriteRule.WRITE));

        assertThat(db.stored("houses", ALL).keySet()).containsExactly("_id", "name", "rooms", "tags", "door", "win");
        assertThat(get(db.houses.findById(id(house.id()))).name()).isEqualTo("Oak");
    }

    @Test
    void savesManyByAsManyCommandsAsItReplacesThem() {
        List<House> houses = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            houses.add(House.of("h" + i, Ref.of(Door.of(i, 1))).withWindows(List.of(Ref.of(Window.of(i, false)))));
        }
        List<House> saved = list(db.houses.insertAll(houses, WriteRule.WRITE));
        DATABASE.recorder().clear();

        list(db.houses.saveAll(saved, WriteRule.WRITE));
        list(db.houses.replaceAll(saved, WriteRule.WRITE));

        assertThat(DATABASE.recorder())
                .containsExactly(
                        update("doors"),
                        update("windows"),
                        update("houses"),
                        update("doors"),
                        update("windows"),
                        update("houses"));
        for (CommandRecorder.Command command : DATABASE.recorder().commands()) {
            assertThat(command.document().getArray("updates")).hasSize(100);
        }
        assertThat(get(db.houses.count())).isEqualTo(100);
    }

    @Test
    void savesADocumentThatIsNothingButItsId() {
        get(marks.save(new Mark("a")));
        addUnknownField("marks");
        get(marks.save(new Mark("a")));
        get(marks.save(new Mark("b")));

        assertThat(list(marks.findAll())).containsExactlyInAnyOrder(new Mark("a"), new Mark("b"));
        assertThat(db.stored("marks", new BsonDocument("_id", new BsonString("a")))
                        .containsKey("unknown"))
                .isTrue();
    }

    @Test
    void insertsWhatItsOwnerGaveAnIdTo() {
        get(crates.save(Crate.of(Map.of("a", 1L))));

        assertThat(get(crates.findById("c")).map()).containsExactly(Map.entry("a", 1L));
    }

    @Test
    void storesMapsWithKeysThatReadLikePaths() {
        Map<String, Long> map = new LinkedHashMap<>();
        map.put("a.b", 1L);
        map.put("$c", 2L);
        map.put("", 3L);
        get(crates.save(Crate.of(Map.of("a", 1L))));

        get(crates.save(Crate.of(map)));
        assertThat(get(crates.findById("c")).map()).isEqualTo(map);

        get(crates.deleteById("c"));
        get(crates.save(Crate.of(map)));
        assertThat(get(crates.findById("c")).map()).isEqualTo(map);
    }

    @Test
    void savesADocumentUnderAnEmbeddedId() {
        MappingIT_MeasurementRepository measurements = new MappingIT_MeasurementRepository(DATABASE.database());
        Measurement.Key monday = new Measurement.Key("Kew", LocalDate.parse("2024-02-26"));
        get(measurements.save(new Measurement(monday, 1, Optional.empty(), Optional.empty())));
        addUnknownField("measurements");

        get(measurements.save(new Measurement(monday, 2, Optional.of(Ref.to(monday)), Optional.empty())));

        assertThat(db.stored("measurements", ALL))
                .isEqualTo(BsonDocument.parse("{_id: {station: 'Kew', day: {$date: '2024-02-26T00:00:00Z'}}, value: 2,"
                        + " previous: {station: 'Kew', day: {$date: '2024-02-26T00:00:00Z'}},"
                        + " unknown: {from: 'a newer service'}}"));
    }

    @Test
    void savesALinkedDocumentThatHasBackLinksAndNothingElseToChange() {
        Person person = get(db.persons.insert(Person.of("Ann")));
        addUnknownField("persons");

        get(db.persons.save(get(db.persons.findById(id(person.id())).fetchLinks(1))));

        assertThat(db.stored("persons", ALL).keySet()).containsExactly("_id", "name", "unknown");
    }
}
