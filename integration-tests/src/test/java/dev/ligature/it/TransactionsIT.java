// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QWindow.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import dev.ligature.TransactionsNotSupportedException;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Tree;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.query.WriteRule;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Transactions: all of it or nothing, whatever ends it; every repository call inside takes part. */
class TransactionsIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Houses db = new Houses(DATABASE.database());
    private final Transactions transactions = Transactions.of(DATABASE.client());

    private static House newHouse(String name) {
        return House.of(name, Ref.of(Door.of(2, 1))).withWindows(List.of(Ref.of(Window.of(1, false))));
    }

    @BeforeEach
    void clear() {
        db.clear();
        DATABASE.recorder().clear();
    }

    @Test
    void saysSoBeforeAnythingIsWrittenWhereThereAreNone() {
        assumeTrue(DATABASE.isEmbedded(), "the server at hand has transactions");

        assertThatThrownBy(() -> get(transactions.run(() -> db.houses.insert(newHouse("Oak"), WriteRule.WRITE))))
                .isInstanceOf(TransactionsNotSupportedException.class)
                .hasMessageContaining("replica set");
        assertThat(DATABASE.recorder().names()).isEmpty();
    }

    /** On a server that has them. */
    @Nested
    @DisabledOnEmbedded("transactions")
    class WhereTheServerHasThem {
        @Test
        void commitsWhatIsDoneInside() {
            House saved = get(transactions.run(
                    () -> db.houses.insert(newHouse("Oak"), WriteRule.WRITE).flatMap(each -> db.houses
                            .updateById(id(each.id()), house.rooms.set(7))
                            .thenReturn(each))));

            assertThat(get(db.houses.findById(id(saved.id()))).rooms()).isEqualTo(7);
            assertThat(get(db.windows.count())).isEqualTo(1);
            assertThat(DATABASE.recorder().names()).contains("commitTransaction");
        }

        /** A join that passes 16 MB would abort it. */
        @Test
        void doesNotJoinWhatHadFewRootsBefore() {
            Houses fresh = new Houses(DATABASE.database()); // with repositories that know of no answers
            Flux<House> few =
                    fresh.houses.find(house.rooms.gte(0)).fetch(house.door()).all();
            get(fresh.houses.insert(newHouse("Oak"), WriteRule.WRITE));
            for (int i = 0; i < 3; i++) {
                list(few);
            }
            DATABASE.recorder().clear();
            list(few);
            assertThat(DATABASE.recorder().names()).containsExactly("aggregate");
            DATABASE.recorder().clear();

            get(transactions.run(few::collectList));

            assertThat(DATABASE.recorder().names()).containsExactly("find", "find", "commitTransaction");
        }

        @Test
        void seesItsOwnWrites() {
            Long count = get(transactions.run(() -> db.houses
                    .insert(newHouse("Oak"), WriteRule.WRITE)
                    .then(db.houses
                            .find(house.windows().width.eq(1))
                            .fetch(house.door())
                            .all()
                            .next())
                    .doOnNext(found -> assertThat(found.door().isFetched()).isTrue())
                    .then(db.houses.find(house.door().height.eq(2)).count())));

            assertThat(count).isEqualTo(1);
        }

        @Test
        void leavesNothingOfAnAbortedCascade() {
            assertThatThrownBy(() -> get(transactions.run(() -> db.houses
                            .insert(newHouse("Oak"), WriteRule.WRITE)
                            .then(Mono.<House>error(new IllegalStateException("no"))))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no");

            assertThat(get(db.houses.count())).isZero();
            assertThat(get(db.windows.count())).isZero();
            assertThat(get(db.doors.count())).isZero();
            assertThat(DATABASE.recorder().names()).contains("abortTransaction");
        }

        @Test
        void abortsWhenItIsCancelled() {
            Sinks.Empty<House> never = Sinks.empty();
            Sinks.Empty<Void> written = Sinks.empty();
            Mono<House> work = transactions.run(() -> db.houses
                    .insert(newHouse("Oak"), WriteRule.WRITE)
                    .doOnNext(each -> written.tryEmitEmpty())
                    .then(never.asMono()));

            StepVerifier.create(work)
                    .thenAwait(Duration.ZERO)
                    .then(() -> written.asMono().block(Duration.ofSeconds(10)))
                    .thenCancel()
                    .verify();

            StepVerifier.create(Flux.interval(Duration.ofMillis(10))
                            .filter(tick -> DATABASE.recorder().names().contains("abortTransaction"))
                            .next()
                            .timeout(Duration.ofSeconds(10)))
                    .expectNextCount(1)
                    .verifyComplete();
            assertThat(get(db.houses.count())).isZero();
        }

        @Test
        void joinsTheOuterTransaction() {
            assertThatThrownBy(() -> get(transactions.run(() -> transactions
                            .run(() -> db.houses.insert(newHouse("Oak"), WriteRule.WRITE))
                            .then(Mono.<House>error(new IllegalStateException("outer"))))))
                    .hasMessage("outer");

            assertThat(get(db.houses.count())).isZero();
            assertThat(DATABASE.recorder().names()).doesNotContain("commitTransaction");
        }

        @Test
        void emitsAllValuesAfterTheCommit() {
            AtomicInteger seen = new AtomicInteger();
            List<Window> windows = list(transactions
                    .transactional(db.windows.insertAll(List.of(Window.of(1, true), Window.of(2, true))))
                    .doOnNext(each -> {
                        assertThat(DATABASE.recorder().names()).contains("commitTransaction");
                        seen.incrementAndGet();
                    }));

            assertThat(windows).hasSize(2);
            assertThat(seen).hasValue(2);
        }

        @Test
        void passesItsOptionsOn() {
            Transactions strict = transactions.withOptions(TransactionOptions.builder()
                    .readConcern(ReadConcern.SNAPSHOT)
                    .writeConcern(WriteConcern.MAJORITY)
                    .build());

            get(strict.transactional(db.windows.insert(Window.of(1, true))));

            assertThat(DATABASE.recorder()
                            .commands("insert")
                            .get(0)
                            .document()
                            .getDocument("readConcern")
                            .getString("level")
                            .getValue())
                    .isEqualTo("snapshot");
        }

        @Test
        void keepsEveryWindowInOneHouseUnderConcurrentMovesWithFailures() {
            int houses = 8;
            int windows = 16;
            int moves = 200;
            List<Window> all = new ArrayList<>();
            for (int i = 0; i < windows; i++) {
                all.add(Window.of(i, false));
            }
            List<Window> saved = list(db.windows.insertAll(all));
            Door door = get(db.doors.insert(Door.of(1, 1)));
            for (int i = 0; i < houses; i++) {
                List<Ref<Window>> own = new ArrayList<>();
                for (int j = i; j < windows; j += houses) {
                    own.add(Ref.of(saved.get(j)));
                }
                get(db.houses.insert(House.of("h" + i, Ref.of(door)).withWindows(own)));
            }

            Random random = new Random(7);
            AtomicInteger failures = new AtomicInteger();
            Flux.range(0, moves)
                    .map(move -> new int[] {move, random.nextInt(windows), random.nextInt(houses)})
                    .flatMap(
                            move -> transactions
                                    .run(() -> move(saved.get(move[1]), "h" + move[2], move[0] % 5 == 0))
                                    .onErrorResume(IllegalStateException.class, e -> {
                                        failures.incrementAndGet();
                                        return Mono.empty();
                                    }),
                            32)
                    .blockLast(Duration.ofMinutes(2));

            assertThat(failures).hasValue(moves / 5);
            List<Object> placed = new ArrayList<>();
            list(db.houses.findAll()).forEach(each -> each.windows().forEach(ref -> placed.add(id(ref.id()))));
            assertThat(placed).hasSize(windows).doesNotHaveDuplicates();
            assertThat(get(db.houses
                            .find(house.windows()
                                    .id
                                    .in(saved.stream()
                                            .map(each -> id(each.id()))
                                            .toList()))
                            .count()))
                    .isLessThanOrEqualTo(houses);
        }

        /** Takes the window out of its house and puts it into another; fails after the first half when told to. */
        private Mono<House> move(Window moved, String target, boolean fail) {
            return db.houses
                    .find(house.windows().id.eq(id(moved.id())))
                    .one()
                    .flatMap(from -> {
                        List<Ref<Window>> rest = new ArrayList<>(from.windows());
                        rest.removeIf(ref -> id(moved.id()).equals(ref.id()));
                        return db.houses.replace(from.withWindows(rest));
                    })
                    .flatMap(from -> fail ? Mono.error(new IllegalStateException("injected")) : Mono.just(from))
                    .then(db.houses.find(house.name.eq(target)).one())
                    .flatMap(to -> {
                        List<Ref<Window>> more = new ArrayList<>(to.windows());
                        more.add(Ref.of(moved));
                        return db.houses.replace(to.withWindows(more));
                    });
        }

        @Test
        void rollsBackSelfLinkedCascadesToo() {
            Tree tree = new Tree("b", Ref.of(Tree.of("a", null, null)), null, List.of());

            assertThatThrownBy(() -> get(transactions.run(() ->
                            db.trees.insert(tree, WriteRule.WRITE).then(Mono.error(new IllegalStateException("no"))))))
                    .hasMessage("no");

            assertThat(get(db.trees.count())).isZero();
            assertThat(get(db.windows.find(window.width.eq(1)).exists())).isFalse();
        }
    }
}
