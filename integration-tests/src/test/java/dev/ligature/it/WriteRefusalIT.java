// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import dev.ligature.DocumentNotFoundException;
import dev.ligature.DocumentWriteException;
import dev.ligature.LigatureException;
import dev.ligature.OperationException;
import dev.ligature.UnsavedLinkException;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.it.model.Address;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.Flat;
import dev.ligature.it.model.FlatRepository;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Note;
import dev.ligature.it.model.NoteRepository;
import dev.ligature.it.model.Tree;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.test.StepVerifier;

/** What cannot be written: nothing is, not even the documents before it. */
class WriteRefusalIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final Houses db = new Houses(DATABASE.database());
    private final NoteRepository notes = new NoteRepository(DATABASE.database());
    private final FlatRepository flats = new FlatRepository(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

    private void writesNothing(Publisher<?> write, Class<? extends LigatureException> type, String message) {
        recorder.clear();
        StepVerifier.create(write)
                .expectErrorSatisfies(
                        error -> assertThat(error).isInstanceOf(type).hasMessageContaining(message))
                .verify();
        assertThat(recorder.names()).isEmpty();
    }

    @Test
    void refusesADocumentWhoseIdCannotBeMade() {
        Tree nameless = new Tree(null, null, null, List.of());

        writesNothing(db.trees.insert(nameless), DocumentWriteException.class, "Tree.id is null");
        writesNothing(db.trees.save(nameless), DocumentWriteException.class, "Tree.id is null");
        writesNothing(
                db.trees.insertAll(List.of(Tree.of("oak", null, null), nameless)),
                DocumentWriteException.class,
                "Tree.id is null");
    }

    static Stream<Arguments> housesThatLinkToUnsavedDocuments() {
        House good = House.of("good", Ref.to(new ObjectId()));
        return Stream.of(
                Arguments.of("House.door", House.of("bad", Ref.of(Door.of(2, 1)))),
                Arguments.of(
                        "House.windows[1]",
                        good.withWindows(List.of(Ref.to(new ObjectId()), Ref.of(Window.of(1, true))))));
    }

    @ParameterizedTest
    @MethodSource("housesThatLinkToUnsavedDocuments")
    void refusesALinkToADocumentThatIsNotSaved(String link, House bad) {
        House good = House.of("good", Ref.to(new ObjectId()));
        House known = new House(
                new ObjectId(), "known", 1, List.of(), bad.door(), bad.windows(), Optional.empty(), Optional.empty());

        writesNothing(db.houses.insert(bad), UnsavedLinkException.class, link + " links to a ");
        writesNothing(db.houses.save(bad), UnsavedLinkException.class, link + " links to a ");
        writesNothing(db.houses.save(known), UnsavedLinkException.class, link + " links to a ");
        writesNothing(db.houses.replace(known), UnsavedLinkException.class, link + " links to a ");
        writesNothing(
                db.houses.insertAll(List.of(good, good.withRooms(2), bad)),
                UnsavedLinkException.class,
                link + " links to a ");
        writesNothing(db.houses.saveAll(List.of(good, known)), UnsavedLinkException.class, link + " links to a ");
    }

    @Test
    void refusesNullInARequiredMember() {
        Flat homeless = new Flat(
                1,
                new Address("s", null, Optional.empty()),
                List.of(),
                Map.of(),
                Optional.empty(),
                null,
                null,
                List.of());

        writesNothing(db.frames.insert(new Frame(null, null)), DocumentWriteException.class, "Frame.color is null");
        writesNothing(
                db.frames.insertAll(List.of(new Frame(null, "red"), new Frame(null, null))),
                DocumentWriteException.class,
                "Frame.color is null");
        writesNothing(
                db.frames.save(new Frame(new ObjectId(), null)), DocumentWriteException.class, "Frame.color is null");
        writesNothing(flats.insert(homeless), DocumentWriteException.class, "Address.city is null");
        writesNothing(db.houses.insert(House.of("Oak", null)), DocumentWriteException.class, "House.door is null");
        writesNothing(
                db.houses.insert(House.of("Oak", Ref.to(new ObjectId())).withWindows(null)),
                DocumentWriteException.class,
                "House.windows is null");
    }

    @Test
    void leavesAClassWithoutIdWhenItCannotBeWritten() {
        Nest nest = new Nest();
        nest.leaf = Ref.of(new Frame(null, "red"));

        writesNothing(
                new WriteRefusalIT_NestRepository(DATABASE.database()).insert(nest),
                UnsavedLinkException.class,
                "WriteRefusalIT.Nest.leaf");

        assertThat(nest.id).isNull();
    }

    /** A class that links. */
    @Document(collection = "nests")
    static class Nest {
        @Nullable
        ObjectId id;

        @Link
        @Nullable
        Ref<Frame> leaf;
    }

    @Test
    void refusesToReplaceWhatIsNotThere() {
        UUID missing = UUID.randomUUID();

        assertThatThrownBy(() -> get(notes.replace(new Note(missing, "a", 0, 0, List.of(), Optional.empty(), null))))
                .isInstanceOf(DocumentNotFoundException.class)
                .hasMessageContaining("Note")
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("\"notes\"");
        writesNothing(notes.replace(Note.of("a")), DocumentWriteException.class, "Note.id is null");
        assertThat(list(notes.findAll())).isEmpty();
    }

    @Test
    void wrapsTheDriversErrorOfADuplicateKey() {
        Note first = get(notes.insert(Note.of("a")));

        assertThatThrownBy(() -> get(notes.insert(first)))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("Note")
                .hasMessageContaining("\"notes\"")
                .hasCauseInstanceOf(MongoException.class)
                .cause()
                .hasMessageContaining("11000");
        assertThatThrownBy(() -> list(notes.insertAll(List.of(Note.of("b"), first, Note.of("c")))))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("Note")
                .hasCauseInstanceOf(MongoException.class);
        assertThat(list(notes.findAll()))
                .as("in order, up to the error")
                .extracting(Note::text)
                .containsExactlyInAnyOrder("a", "b");
    }
}
