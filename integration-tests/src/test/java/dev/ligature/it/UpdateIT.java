// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QNote.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.ligature.LigatureException;
import dev.ligature.OperationException;
import dev.ligature.it.model.Note;
import dev.ligature.it.model.NoteRepository;
import dev.ligature.path.Update;
import dev.ligature.testing.TestDatabase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Changing documents in place: every update operator, of one document and of all that match. */
class UpdateIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private static final BsonDocument ANY = new BsonDocument();

    private final Houses db = new Houses(DATABASE.database());
    private final NoteRepository notes = new NoteRepository(DATABASE.database());

    static Stream<Arguments> updates() {
        return Stream.of(
                update(note.text.set("b"), "text: 'b'"),
                update(note.mood.set("glad"), "mood: 'glad'"),
                update(note.tags.set(List.of("z")), "tags: ['z']"),
                update(note.votes.inc(2), "votes: 7"),
                update(note.votes.inc(-7), "votes: -2"),
                update(note.score.inc(0.25), "score: 1.75"),
                update(note.votes.min(3), "votes: 3"),
                update(note.votes.min(9), "votes: 5"),
                update(note.votes.max(9), "votes: 9"),
                update(note.votes.max(3), "votes: 5"),
                update(note.text.max("b"), "text: 'b'"),
                update(note.tags.push("a", "c"), "tags: ['a', 'b', 'a', 'a', 'c']"),
                update(note.tags.addToSet("a", "c"), "tags: ['a', 'b', 'a', 'c']"),
                update(note.tags.pull("a"), "tags: ['b']"),
                update(note.tags.pull("b", "a"), "tags: []"));
    }

    private static Arguments update(Update<Note> update, String changed) {
        return Arguments.of(update, changed);
    }

    @ParameterizedTest
    @MethodSource("updates")
    void changesOneMember(Update<Note> update, String changed) {
        get(notes.insert(new Note(null, "a", 5, 1.5, List.of("a", "b", "a"), Optional.of("calm"), null)));
        BsonDocument expected = db.stored("notes", ANY);
        expected.putAll(BsonDocument.parse("{" + changed + "}"));

        assertThat(get(notes.find(note.text.eq("a")).update(update))).isEqualTo(1);

        assertThat(db.stored("notes", ANY)).isEqualTo(expected);
    }

    @Test
    void unsetsAMember() {
        Note calm = get(notes.insert(Note.of("a").withMood("calm")));

        assertThat(get(notes.find().update(note.mood.unset()))).isEqualTo(1);

        assertThat(db.stored("notes", ANY)).doesNotContainKey("mood").containsKey("text");
        assertThat(get(notes.findById(id(calm.id()))).mood()).isEmpty();
    }

    @Test
    void setsTheServersTime() {
        Note unseen = get(notes.insert(Note.of("a")));

        get(notes.updateById(id(unseen.id()), note.seen.currentDate()));

        assertThat(db.stored("notes", ANY).get("seen").getBsonType()).isEqualTo(BsonType.DATE_TIME);
        assertThat(get(notes.findById(id(unseen.id()))).seen()).isCloseTo(Instant.now(), within(1, ChronoUnit.HOURS));
    }

    @Test
    void changesSeveralMembersOfAllThatMatchAndNoOthers() {
        list(notes.insertAll(List.of(
                Note.of("a").withVotes(1),
                Note.of("b").withVotes(2).withTags("x"),
                Note.of("c").withVotes(3))));

        assertThat(get(notes.find(note.votes.gte(2))
                        .update(note.votes.inc(10), note.tags.push("y"), note.mood.set("glad"), note.score.set(2.5))))
                .isEqualTo(2);

        assertThat(list(notes.find().sort(note.text.asc()).all()))
                .extracting(Note::votes, Note::tags, Note::mood, Note::score)
                .containsExactly(
                        tuple(1, List.of(), Optional.empty(), 0.0),
                        tuple(12, List.of("x", "y"), Optional.of("glad"), 2.5),
                        tuple(13, List.of("y"), Optional.of("glad"), 2.5));
    }

    @Test
    void countsWhatMatchesChangedOrNot() {
        list(notes.insertAll(List.of(Note.of("a"), Note.of("b"))));

        assertThat(get(notes.find().update(note.votes.max(0)))).isEqualTo(2);
        assertThat(get(notes.find(note.text.eq("z")).update(note.votes.inc(1)))).isZero();
    }

    @Test
    void updatesTheDocumentWithAnId() {
        Note first = get(notes.insert(Note.of("a")));
        get(notes.insert(Note.of("b")));

        assertThat(get(notes.updateById(id(first.id()), note.votes.inc(3)))).isEqualTo(1);
        assertThat(get(notes.updateById(UUID.randomUUID(), note.votes.inc(3)))).isZero();

        assertThat(list(notes.find(note.votes.eq(3)).ids())).containsExactly(id(first.id()));
    }

    @Test
    void refusesUpdatesThatMeanNothing() {
        assertThatThrownBy(() -> notes.find().update()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> notes.updateById(UUID.randomUUID())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> notes.find().limit(1).update(note.votes.inc(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sort, skip or limit");
        assertThatThrownBy(() -> house.door().height.set(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("House.door.height");
        assertThatThrownBy(() -> get(notes.find().update(note.votes.inc(1), note.votes.inc(2))))
                .isInstanceOf(LigatureException.class)
                .hasMessageContaining("Note.votes is changed twice by $inc");
        assertThatThrownBy(() ->
                        get(notes.insert(Note.of("a")).then(notes.find().update(note.votes.inc(1), note.votes.set(2)))))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("Note")
                .hasCauseInstanceOf(MongoException.class);
    }

    /** A join chooses them first; then they are changed by their ids. */
    @Test
    void leavesDocumentsAloneThatNoLongerSatisfyTheirOwnConditions() {
        db.store("doors", "{_id: {$oid: '665000000000000000000001'}, height: 2, width: 1}");
        for (int number = 1; number <= 2; number++) {
            db.store(
                    "houses",
                    "{_id: {$oid: '66500000000000000000001" + number + "'}, name: 'n" + number
                            + "', rooms: 4, tags: [], win: [], door: {$oid: '665000000000000000000001'}}");
        }
        CommandListener meanwhile = new CommandListener() {
            @Override
            public void commandSucceeded(CommandSucceededEvent event) {
                if (event.getCommandName().equals("aggregate")) {
                    get(db.houses.find(house.name.eq("n1")).update(house.rooms.set(9)));
                }
            }
        };
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(DATABASE.address())
                .addCommandListener(meanwhile)
                .build();

        try (MongoClient client = MongoClients.create(settings)) {
            Houses other = new Houses(client.getDatabase(DATABASE.database().getName()));
            assertThat(get(other.houses
                            .find(house.door().height.eq(2).and(house.rooms.eq(4)))
                            .semiJoinBound(0)
                            .update(house.rooms.inc(1))))
                    .isEqualTo(1);
        }

        assertThat(db.stored("houses", BsonDocument.parse("{name: 'n1'}"))
                        .getNumber("rooms")
                        .intValue())
                .isEqualTo(9);
        assertThat(db.stored("houses", BsonDocument.parse("{name: 'n2'}"))
                        .getNumber("rooms")
                        .intValue())
                .isEqualTo(5);
    }
}
