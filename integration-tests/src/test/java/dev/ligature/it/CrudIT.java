// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QNote.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.NonUniqueResultException;
import dev.ligature.it.model.Note;
import dev.ligature.it.model.NoteRepository;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.test.StepVerifier;

/** Saving, replacing, deleting and reading single documents and sets of them, one collection at a time. */
class CrudIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final NoteRepository notes = new NoteRepository(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

    @Test
    void savesByInsertingOrReplacing() {
        Note inserted = get(notes.save(Note.of("new")));
        assertThat(get(notes.findById(id(inserted.id())))).isEqualTo(inserted);

        Note changed = inserted.withVotes(5).withMood("glad");
        assertThat(get(notes.save(changed))).isEqualTo(changed);
        assertThat(get(notes.findById(id(inserted.id())))).isEqualTo(changed);

        Note elsewhere = new Note(UUID.randomUUID(), "restored", 0, 0, List.of(), Optional.empty(), null);
        assertThat(get(notes.save(elsewhere))).isEqualTo(elsewhere);
        assertThat(list(notes.findAll())).extracting(Note::text).containsExactlyInAnyOrder("new", "restored");
    }

    @Test
    void savesAllAlike() {
        Note known = get(notes.insert(Note.of("b")));
        Note elsewhere = new Note(UUID.randomUUID(), "c", 0, 0, List.of(), Optional.empty(), null);

        List<Note> saved = list(notes.saveAll(List.of(known.withVotes(7), Note.of("a"), elsewhere)));

        assertThat(saved).extracting(Note::text).containsExactly("b", "a", "c");
        assertThat(saved).extracting(Note::id).doesNotContainNull();
        assertThat(list(notes.findAll())).containsExactlyInAnyOrderElementsOf(saved);
    }

    @Test
    void replacesADocumentByItsId() {
        Note first = get(notes.insert(Note.of("a").withMood("calm")));
        get(notes.insert(Note.of("b")));

        Note other = new Note(first.id(), "c", 1, 2, List.of("t"), Optional.empty(), null);
        assertThat(get(notes.replace(other))).isEqualTo(other);

        assertThat(get(notes.findById(id(first.id())))).isEqualTo(other);
        assertThat(list(notes.findAll())).extracting(Note::text).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void deletesByIdAndByDocument() {
        Note first = get(notes.insert(Note.of("a")));
        Note second = get(notes.insert(Note.of("b")));
        get(notes.insert(Note.of("c")));

        assertThat(get(notes.deleteById(id(first.id())))).isEqualTo(1);
        assertThat(get(notes.deleteById(id(first.id())))).isZero();
        assertThat(get(notes.delete(second))).isEqualTo(1);
        assertThat(get(notes.delete(second))).isZero();
        recorder.clear();
        assertThat(get(notes.delete(Note.of("c")))).isZero();
        assertThat(recorder.names()).isEmpty();

        assertThat(list(notes.findAll())).extracting(Note::text).containsExactlyInAnyOrder("c");
    }

    @Test
    void deletesAllThatMatchAndNoOthers() {
        list(notes.insertAll(List.of(
                Note.of("a").withVotes(1),
                Note.of("b").withVotes(2),
                Note.of("c").withVotes(2))));

        assertThat(get(notes.find(note.votes.eq(2)).delete())).isEqualTo(2);
        assertThat(list(notes.findAll())).extracting(Note::text).containsExactlyInAnyOrder("a");
        assertThat(get(notes.find(note.votes.eq(2)).delete())).isZero();
        assertThatThrownBy(() -> notes.find().skip(1).delete()).isInstanceOf(IllegalStateException.class);
        assertThat(get(notes.find().delete())).isEqualTo(1);
    }

    @Test
    void findsAllByIdInTheOrderOfTheIds() {
        Note a = get(notes.insert(Note.of("a")));
        Note b = get(notes.insert(Note.of("b")));
        Note c = get(notes.insert(Note.of("c")));
        recorder.clear();

        assertThat(list(notes.findAllById(
                        List.of(id(c.id()), UUID.randomUUID(), id(a.id()), id(c.id()), id(b.id()), id(a.id())))))
                .containsExactly(c, a, c, b, a);
        assertThat(recorder.names()).containsExactly("find");

        recorder.clear();
        assertThat(list(notes.findAllById(List.of()))).isEmpty();
        assertThat(recorder.names()).isEmpty();
    }

    @Test
    void findsById() {
        Note a = get(notes.insert(Note.of("a")));

        assertThat(get(notes.findById(id(a.id())))).isEqualTo(a);
        StepVerifier.create(notes.findById(UUID.randomUUID())).verifyComplete();
        assertThat(get(notes.existsById(id(a.id())))).isTrue();
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
}
