// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QNote.note;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.model.Note;
import dev.ligature.it.model.NoteRepository;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Nothing is sent before somebody subscribes, and all of it with each subscription. */
class ColdPublisherIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final NoteRepository notes = new NoteRepository(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

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

        assertThat(list(notes.findAll())).extracting(Note::text).containsExactlyInAnyOrder("a", "a");
    }
}
