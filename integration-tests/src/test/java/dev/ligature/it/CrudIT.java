package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QNote.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import dev.ligature.DocumentNotFoundException;
import dev.ligature.DocumentWriteException;
import dev.ligature.LigatureException;
import dev.ligature.NonUniqueResultException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Writing, changing, deleting and reading single documents and sets of them, one collection at a time. */
class CrudIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final BsonDocument ANY = new BsonDocument();

    private final Houses db = new Houses(DATABASE.database());
    private final NoteRepository notes = new NoteRepository(DATABASE.database());
    private final FlatRepository flats = new FlatRepository(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

    @BeforeEach
    void clear() {
        DATABASE.clear();
    }

    private Note saved(Note document) {
        return get(notes.insert(document));
    }

    private static UUID idOf(Note document) {
        return id(document.id());
    }

    private List<String> texts() {
        return list(notes.find().sort(note.text.asc()).all().map(Note::text));
    }

    // Inserting

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
        Note inserted = saved(Note.of("a"));

        assertThat(idOf(inserted).version()).isEqualTo(4);
        assertThat(get(notes.findById(idOf(inserted)))).isEqualTo(inserted);
    }

    @Test
    void keepsIdsThatAreGiven() {
        ObjectId given = new ObjectId();

        Frame frame = new Frame(given, "red");
        assertThat(get(db.frames.insert(frame))).isEqualTo(frame);

        assertThat(db.stored("frames", ANY).getObjectId("_id").getValue()).isEqualTo(given);
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

    // What cannot be written: nothing is, not even the documents before it

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
                new CrudIT_NestRepository(DATABASE.database()).insert(nest),
                UnsavedLinkException.class,
                "CrudIT.Nest.leaf");

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
    void wrapsTheDriversErrorOfADuplicateKey() {
        Note first = saved(Note.of("a"));

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
        assertThat(texts()).as("in order, up to the error").containsExactly("a", "b");
    }

    // Saving and replacing

    @Test
    void savesByInsertingOrReplacing() {
        Note inserted = get(notes.save(Note.of("new")));
        assertThat(get(notes.findById(idOf(inserted)))).isEqualTo(inserted);

        Note changed = inserted.withVotes(5).withMood("glad");
        assertThat(get(notes.save(changed))).isEqualTo(changed);
        assertThat(get(notes.findById(idOf(inserted)))).isEqualTo(changed);

        Note elsewhere = new Note(UUID.randomUUID(), "restored", 0, 0, List.of(), Optional.empty(), null);
        assertThat(get(notes.save(elsewhere))).isEqualTo(elsewhere);
        assertThat(texts()).containsExactly("new", "restored");
    }

    @Test
    void savesAllAlike() {
        Note known = saved(Note.of("b"));
        Note elsewhere = new Note(UUID.randomUUID(), "c", 0, 0, List.of(), Optional.empty(), null);

        List<Note> saved = list(notes.saveAll(List.of(known.withVotes(7), Note.of("a"), elsewhere)));

        assertThat(saved).extracting(Note::text).containsExactly("b", "a", "c");
        assertThat(saved).extracting(Note::id).doesNotContainNull();
        assertThat(list(notes.findAll())).containsExactlyInAnyOrderElementsOf(saved);
    }

    @Test
    void replacesADocumentByItsId() {
        Note first = saved(Note.of("a").withMood("calm"));
        saved(Note.of("b"));

        Note other = new Note(first.id(), "c", 1, 2, List.of("t"), Optional.empty(), null);
        assertThat(get(notes.replace(other))).isEqualTo(other);

        assertThat(get(notes.findById(idOf(first)))).isEqualTo(other);
        assertThat(texts()).containsExactly("b", "c");
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
        assertThat(texts()).isEmpty();
    }

    // Deleting

    @Test
    void deletesByIdAndByDocument() {
        Note first = saved(Note.of("a"));
        Note second = saved(Note.of("b"));
        saved(Note.of("c"));

        assertThat(get(notes.deleteById(idOf(first)))).isEqualTo(1);
        assertThat(get(notes.deleteById(idOf(first)))).isZero();
        assertThat(get(notes.delete(second))).isEqualTo(1);
        assertThat(get(notes.delete(second))).isZero();
        recorder.clear();
        assertThat(get(notes.delete(Note.of("c")))).isZero();
        assertThat(recorder.names()).isEmpty();

        assertThat(texts()).containsExactly("c");
    }

    @Test
    void deletesAllThatMatchAndNoOthers() {
        list(notes.insertAll(List.of(
                Note.of("a").withVotes(1),
                Note.of("b").withVotes(2),
                Note.of("c").withVotes(2))));

        assertThat(get(notes.find(note.votes.eq(2)).delete())).isEqualTo(2);
        assertThat(texts()).containsExactly("a");
        assertThat(get(notes.find(note.votes.eq(2)).delete())).isZero();
        assertThatThrownBy(() -> notes.find().skip(1).delete()).isInstanceOf(IllegalStateException.class);
        assertThat(get(notes.find().delete())).isEqualTo(1);
    }

    // Reading

    @Test
    void findsAllByIdInTheOrderOfTheIds() {
        Note a = saved(Note.of("a"));
        Note b = saved(Note.of("b"));
        Note c = saved(Note.of("c"));
        recorder.clear();

        assertThat(list(notes.findAllById(List.of(idOf(c), UUID.randomUUID(), idOf(a), idOf(c), idOf(b), idOf(a)))))
                .containsExactly(c, a, c, b, a);
        assertThat(recorder.names()).containsExactly("find");

        recorder.clear();
        assertThat(list(notes.findAllById(List.of()))).isEmpty();
        assertThat(recorder.names()).isEmpty();
    }

    @Test
    void findsById() {
        Note a = saved(Note.of("a"));

        assertThat(get(notes.findById(idOf(a)))).isEqualTo(a);
        StepVerifier.create(notes.findById(UUID.randomUUID())).verifyComplete();
        assertThat(get(notes.existsById(idOf(a)))).isTrue();
        assertThat(get(notes.existsById(UUID.randomUUID()))).isFalse();
    }

    @Test
    void countsAllOrWhatMatchesWithinThePage() {
        assertThat(get(notes.count())).isZero();
        list(notes.insertAll(List.of(Note.of("a"), Note.of("b"), Note.of("c").withVotes(1))));

        assertThat(get(notes.count())).isEqualTo(3);
        assertThat(get(notes.find(note.votes.eq(0)).count())).isEqualTo(2);
        assertThat(get(notes.find().skip(1).count())).isEqualTo(2);
        assertThat(get(notes.find().skip(1).limit(1).count())).isEqualTo(1);
        assertThat(get(notes.find().skip(5).count())).isZero();
    }

    @Test
    void takesTheFirstOrTheOnlyDocument() {
        list(notes.insertAll(List.of(Note.of("b"), Note.of("a"), Note.of("c").withVotes(1))));

        assertThat(get(notes.find().sort(note.text.asc()).first()).text()).isEqualTo("a");
        assertThat(get(notes.find().sort(note.text.desc()).skip(1).first()).text())
                .isEqualTo("b");
        assertThat(get(notes.find(note.votes.eq(1)).one()).text()).isEqualTo("c");
        StepVerifier.create(notes.find(note.votes.eq(7)).first()).verifyComplete();
        StepVerifier.create(notes.find(note.votes.eq(7)).one()).verifyComplete();
        assertThatThrownBy(() -> get(notes.find(note.votes.eq(0)).one()))
                .isInstanceOf(NonUniqueResultException.class)
                .hasMessageContaining("Note: votes == 0 holds for several documents");
    }

    @Test
    void pagesAndOrdersByMembersOfSeveralKinds() {
        list(notes.insertAll(List.of(
                Note.of("a").withVotes(2),
                Note.of("b").withVotes(1),
                Note.of("c").withVotes(2),
                Note.of("d"))));

        assertThat(list(notes.find().sort(note.votes.desc(), note.text.asc()).all()))
                .extracting(Note::text)
                .containsExactly("a", "c", "b", "d");
        assertThat(list(notes.find()
                        .sort(note.votes.desc())
                        .sort(note.text.desc())
                        .skip(1)
                        .limit(2)
                        .all()))
                .extracting(Note::text)
                .containsExactly("a", "b");
    }

    // Cold publishers

    static Stream<Arguments> operations() {
        UUID id = UUID.randomUUID();
        Note known = new Note(id, "known", 0, 0, List.of(), Optional.empty(), null);
        return Stream.of(
                operation("insert", notes -> notes.insert(Note.of("a"))),
                operation("insertAll", notes -> notes.insertAll(List.of(Note.of("a")))),
                operation("save", notes -> notes.save(known)),
                operation("saveAll", notes -> notes.saveAll(List.of(known))),
                operation("replace", notes -> notes.save(known).then(notes.replace(known))),
                operation("replaceAll", notes -> notes.save(known).thenMany(notes.replaceAll(List.of(known)))),
                operation("updateById", notes -> notes.updateById(id, note.votes.inc(1))),
                operation("update", notes -> notes.find().update(note.votes.inc(1))),
                operation("deleteById", notes -> notes.deleteById(id)),
                operation("delete", notes -> notes.delete(known)),
                operation("delete by condition", notes -> notes.find().delete()),
                operation("findById", notes -> notes.findById(id)),
                operation("findAllById", notes -> notes.findAllById(List.of(id))),
                operation("findAll", NoteRepository::findAll),
                operation("first", notes -> notes.find().first()),
                operation("one", notes -> notes.find().limit(1).one()),
                operation("count", NoteRepository::count),
                operation("exists", notes -> notes.find().exists()),
                operation("existsById", notes -> notes.existsById(id)),
                operation("ids", notes -> notes.find().ids()));
    }

    private static Arguments operation(String name, Function<NoteRepository, Publisher<?>> operation) {
        return Arguments.of(name, operation);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void sendsNothingBeforeItIsSubscribedAndAllOfItAgainWithEachSubscription(
            String name, Function<NoteRepository, Publisher<?>> operation) {
        Publisher<?> publisher = operation.apply(notes);
        assertThat(recorder.commandsWithPaging()).isEmpty();

        Flux.from(publisher).blockLast();
        List<String> once = recorder.names();
        Flux.from(publisher).blockLast();

        List<String> twice = new ArrayList<>(once);
        twice.addAll(once);
        assertThat(recorder.names()).isEqualTo(twice);
        assertThat(once).as(name).isNotEmpty();
    }

    @Test
    void insertsARecordAnewWithEachSubscription() {
        Mono<Note> insert = notes.insert(Note.of("a"));

        assertThat(get(insert).id()).isNotEqualTo(get(insert).id());

        assertThat(texts()).containsExactly("a", "a");
    }
}
