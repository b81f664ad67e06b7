// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QCurator.curator;
import static dev.ligature.it.model.QDoor.door;
import static dev.ligature.it.model.QExhibit.exhibit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ligature.AmbiguousBackLinkException;
import dev.ligature.DocumentReadException;
import dev.ligature.it.model.Curator;
import dev.ligature.it.model.CuratorRepository;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.DoorCard;
import dev.ligature.it.model.Exhibit;
import dev.ligature.it.model.ExhibitLine;
import dev.ligature.it.model.ExhibitRepository;
import dev.ligature.it.model.House;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.PageRequest;
import dev.ligature.repository.Find;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A document that cannot be read is an error in its place: after what comes before it, and when it is asked for. */
class DamagedDocumentIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExhibitRepository exhibits = new ExhibitRepository(DATABASE.database());
    private final CuratorRepository curators = new CuratorRepository(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

    private void store(int number) {
        Curator ann = get(curators.insert(Curator.of(0)));
        list(exhibits.insertAll(IntStream.range(0, number)
                .mapToObj(i -> Exhibit.of(i, Ref.of(ann), List.of()))
                .toList()));
    }

    private void damage(String collection, int number, String update) {
        get(Mono.from(DATABASE.database()
                .getCollection(collection, BsonDocument.class)
                .updateOne(BsonDocument.parse("{number: " + number + "}"), BsonDocument.parse(update))));
        recorder.clear();
    }

    private Find<Exhibit, ObjectId> inOrder() {
        return exhibits.find().sort(exhibit.number.asc());
    }

    private static <T> List<T> readUntilError(Flux<T> reading) {
        List<T> read = new ArrayList<>();
        DocumentReadException failure = catchThrowableOfType(
                DocumentReadException.class, () -> reading.doOnNext(read::add).blockLast(PATIENCE));
        assertThat(failure).isNotNull();
        return read;
    }

    @Test
    void givesOutTheFiftyBeforeADamagedOneInTheSameReply() {
        store(80);
        damage("exhibits", 50, "{$set: {rank: 'x'}}");

        assertThat(readUntilError(inOrder().all())).hasSize(50);
        assertThat(recorder.commandsWithPaging())
                .extracting(CommandRecorder.Command::name)
                .startsWith("find");
    }

    @Test
    void failsWhenTheDamagedOneIsAskedForAndNoSooner() {
        store(80);
        damage("exhibits", 50, "{$set: {rank: 'x'}}");

        StepVerifier.create(inOrder().all(), 0)
                .thenRequest(50)
                .expectNextCount(50)
                .thenAwait(Duration.ofMillis(100))
                .thenRequest(1)
                .verifyError(DocumentReadException.class);
    }

    @Test
    void closesTheCursorAfterADamagedOne() {
        store(300);
        damage("exhibits", 10, "{$set: {rank: 'x'}}");

        assertThat(readUntilError(inOrder().all().limitRate(20))).hasSize(10);

        List<String> sent = Flux.interval(Duration.ofMillis(5))
                .map(tick -> recorder.commandsWithPaging().stream()
                        .map(CommandRecorder.Command::name)
                        .toList())
                .takeUntil(names -> names.contains("killCursors"))
                .blockLast(PATIENCE);
        assertThat(sent).containsExactly("find", "killCursors");
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void givesOutTheWindowsBeforeADamagedRoot(FetchStrategy strategy) {
        store(2_500);
        damage("exhibits", 2_300, "{$set: {rank: 'x'}}");

        assertThat(readUntilError(
                        inOrder().fetch(exhibit.curator()).using(strategy).all()))
                .hasSize(2_300)
                .allMatch(each -> each.curator().isFetched());
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void givesOutTheProjectionsBeforeADamagedRoot(FetchStrategy strategy) {
        store(2_500);
        damage("exhibits", 2_300, "{$set: {title: 5}}");

        assertThat(readUntilError(
                        inOrder().using(strategy).as(ExhibitLine.class).all()))
                .hasSize(2_300);
    }

    @Test
    void namesTheDocumentToThoseWhoWantToGoOnAfterIt() {
        store(10);
        damage("exhibits", 4, "{$set: {rank: 'x'}}");

        Flux<Exhibit> rest = inOrder().all().onErrorResume(DocumentReadException.class, damaged -> inOrderAfter(4)
                .all()
                .doOnSubscribe(subscription -> assertThat(damaged.document()).isEqualTo("Exhibit")));

        assertThat(list(rest)).extracting(Exhibit::number).containsExactly(0, 1, 2, 3, 5, 6, 7, 8, 9);
        DocumentReadException failure = catchThrowableOfType(
                DocumentReadException.class, () -> list(inOrder().all()));
        assertThat(failure.id())
                .isEqualTo(list(inOrder().ids()).stream().skip(4).findFirst());
    }

    private Find<Exhibit, ObjectId> inOrderAfter(int number) {
        return exhibits.find(exhibit.number.gt(number)).sort(exhibit.number.asc());
    }

    @Test
    void readsAPageAsAWholeOrNotAtAll() {
        store(10);
        damage("exhibits", 5, "{$set: {title: ['a']}}");

        PageRequest second =
                get(inOrder().page(PageRequest.first(4))).nextRequest().orElseThrow();
        DocumentReadException failure = catchThrowableOfType(
                DocumentReadException.class, () -> get(inOrder().page(second)));
        assertThat(failure).hasMessageContainingAll("Exhibit ", "\"title\"");

        DocumentReadException last = catchThrowableOfType(
                DocumentReadException.class,
                () -> get(exhibits.find(exhibit.number.lte(6))
                        .sort(exhibit.title.asc())
                        .page(PageRequest.first(1))
                        .expand(page -> page.nextRequest()
                                .map(next -> exhibits.find(exhibit.number.lte(6))
                                        .sort(exhibit.title.asc())
                                        .page(next))
                                .orElse(Mono.empty()))
                        .then(Mono.just(true))));
        assertThat(last).hasMessageContainingAll("Exhibit ", "\"title\"");
    }

    @Test
    void leavesADamagedOneOutOfAPageThatEndsBeforeIt() {
        store(10);
        damage("exhibits", 4, "{$set: {title: 5}}");

        assertThat(get(inOrder().page(PageRequest.first(4))).items()).hasSize(4);
    }

    @Test
    void givesOutTheIdsBeforeOneOfAnotherTypeAndShowsIt() {
        for (String id : List.of("{$oid: '65f0c0ffee0123456789abcd'}", "'a text'", "7")) {
            new Houses(DATABASE.database()).store("doors", "{_id: " + id + ", height: 1, width: 1}");
        }
        Houses db = new Houses(DATABASE.database());
        Find<Door, ObjectId> found = db.doors.find().sort(door.id.desc());

        assertThat(readUntilError(found.ids())).containsExactly(new ObjectId("65f0c0ffee0123456789abcd"));
        DocumentReadException failure = catchThrowableOfType(DocumentReadException.class, () -> list(found.ids()));
        assertThat(failure)
                .hasMessage("Door (its _id was not read) in \"doors\", field \"_id\": expected an ObjectId, found"
                        + " STRING. Stored is {\"_id\": \"a text\"}.");
        assertThat(failure.id()).isEqualTo(Optional.empty());
    }

    @Test
    void takesANullForNoId() {
        Houses db = new Houses(DATABASE.database());
        db.store("doors", "{_id: null, height: 1, width: 1}");

        for (Flux<?> reading : List.<Flux<?>>of(
                db.doors.findAll(),
                db.doors.find().ids(),
                db.doors.find().fetchLinks().all())) {
            DocumentReadException failure =
                    catchThrowableOfType(DocumentReadException.class, () -> reading.blockLast(PATIENCE));
            assertThat(failure).hasMessageContainingAll("Door ", "\"_id\"", "Stored is {\"_id\": null}");
        }
    }

    @Test
    void namesTheDocumentThatItsConstructorRefuses() {
        store(3);
        damage("exhibits", 1, "{$set: {rank: -1}}");

        DocumentReadException failure = catchThrowableOfType(
                DocumentReadException.class, () -> list(inOrder().all()));

        assertThat(failure)
                .hasMessageMatching(
                        "Exhibit \\p{XDigit}{24} in \"exhibits\": cannot be created from what is stored: a rank"
                                + " is not negative: -1")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void givesOutTheProjectionsBeforeOneWhoseBackLinkHoldsTooMany(FetchStrategy strategy) {
        Houses db = new Houses(DATABASE.database());
        List<Door> doors = list(db.doors.insertAll(List.of(Door.of(1, 1), Door.of(2, 1), Door.of(3, 1))));
        list(db.houses.insertAll(List.of(
                House.of("Oak", Ref.of(doors.get(0))),
                House.of("Elm", Ref.of(doors.get(1))),
                House.of("Ash", Ref.of(doors.get(1))))));
        List<DoorCard> read = new ArrayList<>();

        Flux<DoorCard> cards = db.doors
                .find()
                .sort(door.height.asc())
                .using(strategy)
                .as(DoorCard.class)
                .all()
                .doOnNext(read::add);

        assertThat(catchThrowableOfType(AmbiguousBackLinkException.class, () -> list(cards)))
                .isNotNull();
        assertThat(read).containsExactly(new DoorCard(1, Optional.of("Oak")));
    }

    @Test
    void changesNothingByAQueryThatWouldHaveToReadADamagedId() {
        store(2);
        Curator ann = list(curators.findAll()).get(0);
        BsonDocument damaged = new Houses(DATABASE.database()).stored("exhibits", BsonDocument.parse("{number: 1}"));
        new Houses(DATABASE.database())
                .store(
                        "exhibits",
                        damaged.append("_id", BsonDocument.parse("{_id: 'x'}").get("_id"))
                                .toJson());

        DocumentReadException failure = catchThrowableOfType(
                DocumentReadException.class,
                () -> get(exhibits.find(exhibit.curator().name.eq(ann.name()))
                        .semiJoinBound(0)
                        .update(exhibit.rank.set(9))));

        assertThat(failure).hasMessageContainingAll("Exhibit ", "{\"_id\": \"x\"}");
        assertThat(get(exhibits.find(exhibit.rank.eq(9)).count())).isZero();
    }

    @Test
    @DisabledOnEmbedded("sessions")
    void endsATransactionThatReadsADamagedOne() {
        store(300);
        damage("exhibits", 150, "{$set: {rank: 'x'}}");
        Transactions transactions = Transactions.of(DATABASE.client());

        Flux<Exhibit> changed = transactions.runMany(() -> curators.find()
                .update(curator.age.set(99))
                .thenMany(inOrder().fetch(exhibit.curator()).all()));

        assertThat(readUntilError(changed)).isEmpty();
        assertThat(get(curators.find(curator.age.eq(99)).count())).isZero();
        assertThat(get(transactions.run(() -> curators.find().update(curator.age.set(98)))))
                .isEqualTo(1);
    }
}
