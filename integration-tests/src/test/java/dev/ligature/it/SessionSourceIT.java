// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.newHouse;
import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.OperationException;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseCard;
import dev.ligature.it.model.Ledger;
import dev.ligature.it.model.LedgerRepository;
import dev.ligature.it.model.Window;
import dev.ligature.query.DeleteRule;
import dev.ligature.query.PageRequest;
import dev.ligature.query.WriteRule;
import dev.ligature.repository.RepositoryOptions;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Transactions that a framework manages: repositories take part with all that they send, and leave their end to it. */
class SessionSourceIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final ForeignTransactions framework = new ForeignTransactions(DATABASE.client());
    private final RepositoryOptions options = RepositoryOptions.defaults().withSessions(framework);
    private final Houses db = new Houses(DATABASE.database(), options);
    private final LedgerRepository ledgers = new LedgerRepository(DATABASE.database(), options);
    private final Transactions transactions = Transactions.of(DATABASE.client()).joining(framework);

    private static <T> Mono<T> failing() {
        return Mono.error(new IllegalStateException("no"));
    }

    @BeforeEach
    void clear() {
        db.clear();
        get(ledgers.insert(new Ledger()).then(ledgers.find().delete())); // transactions make no collections everywhere
        DATABASE.recorder().clear();
    }

    @Test
    void changesNothingWhereThereIsNoSession() {
        get(db.houses.insert(newHouse("Oak", 2), WriteRule.WRITE));

        assertThat(get(db.houses
                                .find(house.windows().width.eq(1))
                                .fetch(house.door())
                                .all()
                                .next())
                        .door()
                        .isFetched())
                .isTrue();
        assertThat(DATABASE.recorder().commands())
                .allSatisfy(command -> assertThat(command.document()).doesNotContainKey("autocommit"));
        assertThat(transactions.currentSession().blockOptional()).isEmpty();
    }

    /** On a server that has them. */
    @Nested
    @DisabledOnEmbedded("transactions")
    class WhereTheServerHasTransactions {
        @Test
        void commitsWithTheFramework() {
            House saved = get(framework.transactional(
                    db.houses.insert(newHouse("Oak", 2), WriteRule.WRITE).flatMap(each -> db.houses
                            .updateById(id(each.id()), house.rooms.set(7))
                            .thenReturn(each))));

            assertThat(get(db.houses.findById(id(saved.id()))).rooms()).isEqualTo(7);
            assertThat(get(db.windows.count())).isEqualTo(2);
            assertThat(DATABASE.recorder().commands("commitTransaction")).hasSize(1);
        }

        @Test
        void leavesNothingOfACascadeThatTheFrameworkRollsBack() {
            assertThatThrownBy(() -> get(framework.transactional(db.houses
                            .insert(newHouse("Oak", 2), WriteRule.WRITE)
                            .then(failing()))))
                    .hasMessage("no");

            assertThat(get(db.houses.count())).isZero();
            assertThat(get(db.windows.count())).isZero();
            assertThat(get(db.doors.count())).isZero();
        }

        @Test
        void seesTheWritesOfTheTransactionInEveryRead() {
            Flux<Long> counts = Flux.concat(
                    db.houses.count(),
                    db.houses.find(house.door().height.eq(2)).count(),
                    db.houses
                            .find(house.windows().width.eq(1))
                            .fetchLinks()
                            .all()
                            .count(),
                    db.houses.find().ids().count(),
                    db.houses.find().exists().map(exists -> exists ? 1L : 0L),
                    db.houses
                            .find()
                            .sort(house.name.asc())
                            .page(PageRequest.first(5).withTotal())
                            .map(page -> page.total().orElseThrow()),
                    db.houses.find().as(HouseCard.class).all().count(),
                    db.houses.fetch(db.houses.findAll(), house.door()).count());

            List<Long> seen = get(framework.transactional(db.houses
                    .insert(newHouse("Oak", 2), WriteRule.WRITE)
                    .thenMany(counts)
                    .collectList()));

            assertThat(seen).hasSize(8).containsOnly(1L);
        }

        @Test
        void takesDeletesAndLinksBack() {
            House oak = get(db.houses.insert(newHouse("Oak", 2), WriteRule.WRITE));
            Window more = get(db.windows.insert(Window.of(9, true)));

            assertThatThrownBy(() -> get(framework.transactional(db.houses
                            .attach(oak, house.windows(), more)
                            .then(db.houses.detach(
                                    oak, house.windows(), oak.windows().get(0)))
                            .then(db.houses.delete(oak, DeleteRule.DELETE_LINKS))
                            .then(db.houses.find().exists())
                            .doOnNext(exists -> assertThat(exists).isFalse())
                            .then(failing()))))
                    .hasMessage("no");

            assertThat(get(db.houses.findById(id(oak.id()))).windows()).isEqualTo(oak.windows());
            assertThat(get(db.doors.count())).isEqualTo(1);
            assertThat(get(db.windows.count())).isEqualTo(3);
        }

        @Test
        void sendsEveryCommandInTheSession() {
            House oak = get(db.houses.insert(newHouse("Oak", 2), WriteRule.WRITE));
            DATABASE.recorder().clear();

            get(framework.transactional(db.houses
                    .find(house.windows().width.eq(1))
                    .fetchLinks()
                    .all()
                    .next()
                    .flatMap(found -> db.houses.save(found.withRooms(3), WriteRule.WRITE))
                    .then(db.windows.insert(Window.of(9, true)))
                    .flatMap(more -> db.houses.attach(oak, house.windows(), more))
                    .then(db.houses.delete(oak, DeleteRule.DELETE_LINKS))));

            List<CommandRecorder.Command> commands = DATABASE.recorder().commandsWithPaging();
            assertThat(commands).hasSizeGreaterThan(5);
            BsonDocument first = commands.get(0).document();
            assertThat(commands).allSatisfy(command -> {
                assertThat(command.document().get("lsid")).isEqualTo(first.get("lsid"));
                assertThat(command.document().get("txnNumber")).isEqualTo(first.get("txnNumber"));
                assertThat(command.document().getBoolean("autocommit").getValue())
                        .isFalse();
            });
        }

        @Test
        void joinsTheTransactionOfTheFramework() {
            assertThatThrownBy(() -> get(framework.transactional(transactions
                            .run(() -> db.houses.insert(newHouse("Oak", 1), WriteRule.WRITE))
                            .then(failing()))))
                    .hasMessage("no");

            assertThat(get(db.houses.count())).isZero();
            assertThat(DATABASE.recorder().names()).doesNotContain("commitTransaction");
        }

        @Test
        void givesTheSessionToThoseWhoSendCommandsThemselves() {
            Mono<?> byHand = transactions
                    .currentSession()
                    .flatMap(session -> Mono.from(db.doors.collection().insertOne(session, Door.of(5, 5))));

            assertThatThrownBy(() -> get(framework.transactional(byHand.then(db.doors.count())
                            .doOnNext(count -> assertThat(count).isEqualTo(1))
                            .then(failing()))))
                    .hasMessage("no");

            assertThat(get(db.doors.count())).isZero();
        }

        @Test
        void takesIdsAndVersionsBackWhereTheFrameworkTellsOfARollback() {
            Door door = Door.of(2, 1);
            Ledger ledger = get(ledgers.insert(new Ledger()));

            assertThatThrownBy(() -> get(framework.transactional(db.doors
                            .insert(door)
                            .doOnNext(inserted -> assertThat(inserted.id).isNotNull())
                            .then(ledgers.save(ledger))
                            .doOnNext(saved -> assertThat(saved.version).isEqualTo(2))
                            .then(failing()))))
                    .hasMessage("no");

            assertThat(door.id).isNull();
            assertThat(ledger.version).isEqualTo(1);
            assertThat(get(ledgers.save(ledger)).version).isEqualTo(2);
        }

        /** The labels are what the owner of a transaction decides by. */
        @Test
        void keepsTheDriversExceptionWithItsLabels() {
            MongoException refused = new MongoException(112, "somebody else was first");
            refused.addLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
            MongoDatabase database =
                    FailingDatabase.with(DATABASE.database(), "updateOne", "houses", sent -> Mono.error(refused));
            Houses conflicting = new Houses(database, options);

            Throwable thrown = catchThrowable(() ->
                    get(framework.transactional(conflicting.houses.updateById(new ObjectId(), house.rooms.set(2)))));

            assertThat(thrown).isInstanceOf(OperationException.class);
            assertThat(thrown.getCause()).isSameAs(refused);
        }

        @Test
        void usesASessionWithoutATransactionTooAndThenKeepsWhatWasWritten() {
            assertThatThrownBy(() -> get(framework.inSession(db.houses
                            .insert(newHouse("Oak", 2), WriteRule.WRITE)
                            .then(failing()))))
                    .hasMessage("no");

            assertThat(get(db.houses.count())).isEqualTo(1);
            assertThat(sessions("insert"))
                    .hasSize(3)
                    .containsOnly(sessions("insert").get(0));
        }

        private List<BsonValue> sessions(String command) {
            return DATABASE.recorder().commands(command).stream()
                    .map(each -> Objects.requireNonNull(each.document().get("lsid")))
                    .toList();
        }
    }
}
