// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_METHOD;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.Note;
import dev.ligature.it.model.NoteRepository;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.Mongo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Inserting documents: where their ids come from, and what is given back. */
class InsertIT {
    private final Houses db;
    private final NoteRepository notes;
    private final CommandRecorder recorder;

    InsertIT(@Mongo(PER_METHOD) MongoDatabase database, @Mongo(PER_METHOD) CommandRecorder recorder) {
        this.db = new Houses(database);
        this.notes = new NoteRepository(database);
        this.recorder = recorder;
    }

    @Test
    void insertsARecordAsACopyWithANewId() {
        Frame red = new Frame(null, "red");

        Frame inserted = get(db.frames.insert(red));

        assertThat(red.id()).isNull();
        assertThat(inserted.color()).isEqualTo("red");
        assertThat(get(db.frames.findById(id(inserted.id())))).isEqualTo(inserted);
    }

    @Test
    void insertsAClassInPlace() {
        Door door = Door.of(3, 4);

        assertThat(get(db.doors.insert(door))).isSameAs(door);

        assertThat(get(db.doors.findById(id(door.id))).height).isEqualTo(3);
    }

    @Test
    void makesUuidsToo() {
        Note inserted = get(notes.insert(Note.of("a")));

        assertThat(id(inserted.id()).version()).isEqualTo(4);
        assertThat(get(notes.findById(id(inserted.id())))).isEqualTo(inserted);
    }

    @Test
    void keepsIdsThatAreGiven() {
        ObjectId given = new ObjectId();

        Frame frame = new Frame(given, "red");
        assertThat(get(db.frames.insert(frame))).isEqualTo(frame);

        assertThat(db.stored("frames", new BsonDocument()).getObjectId("_id").getValue())
                .isEqualTo(given);
    }

    @Test
    void insertsAllInTheirOrderByOneCommand() {
        UUID given = UUID.randomUUID();
        Note known = new Note(given, "b", 0, 0, List.of(), Optional.empty(), null);

        List<Note> inserted = list(notes.insertAll(List.of(Note.of("c"), known, Note.of("a"))));

        assertThat(recorder.names()).containsExactly("insert");
        assertThat(inserted).extracting(Note::text).containsExactly("c", "b", "a");
        assertThat(inserted)
                .extracting(Note::id)
                .doesNotContainNull()
                .doesNotHaveDuplicates()
                .contains(given);
        assertThat(list(notes.findAll())).containsExactlyInAnyOrderElementsOf(inserted);
    }

    @Test
    void insertsNoneWithoutACommand() {
        StepVerifier.create(notes.insertAll(List.of())).verifyComplete();
        StepVerifier.create(notes.saveAll(List.of())).verifyComplete();

        assertThat(recorder.names()).isEmpty();
    }
}
