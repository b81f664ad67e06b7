// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QWindow.window;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.connection.NettyTransportSettings;
import com.mongodb.connection.TransportSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseCard;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.query.DeleteRule;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.PageRequest;
import dev.ligature.query.RepairRule;
import dev.ligature.query.WriteRule;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.DriverAllowances;
import dev.ligature.testing.TestDatabase;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.NonBlocking;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/**
 * Nothing blocks: neither the thread that subscribes nor the event loop on which the driver delivers replies. What
 * the driver itself may do {@link DriverAllowances} says.
 */
@Tag("blockhound")
class NonBlockingIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final EventLoopGroup EVENT_LOOP =
            new MultiThreadIoEventLoopGroup(1, WatchedThread::new, NioIoHandler.newFactory());

    private static @Nullable MongoClient client;
    private static @Nullable Houses watched;
    /** With a timeout, which has operations timed. */
    private static @Nullable Houses timed;

    /** A thread of the driver's on which BlockHound lets nothing block. */
    private static final class WatchedThread extends Thread implements NonBlocking {
        WatchedThread(Runnable loop) {
            super(loop, "watched event loop");
            setDaemon(true);
        }
    }

    @BeforeAll
    static void watch() {
        BlockHound.install();
        list(Flux.from(DATABASE.database().listCollectionNames()));
        ServerAddress address = DATABASE.client()
                .getClusterDescription()
                .getServerDescriptions()
                .get(0)
                .getAddress();
        NettyTransportSettings netty =
                TransportSettings.nettyBuilder().eventLoopGroup(EVENT_LOOP).build();
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://" + address))
                .transportSettings(netty)
                .build());
        watched = new Houses(client.getDatabase(DATABASE.database().getName()));
        timed = new Houses(watched.database.withTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }

    @AfterAll
    static void close() {
        client.close();
        assertThat(EVENT_LOOP.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS))
                .isTrue();
    }

    @BeforeEach
    void houses() {
        Houses db = new Houses(DATABASE.database());
        List<Door> doors = new ArrayList<>();
        List<Window> windows = new ArrayList<>();
        List<House> houses = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            Door door = Door.of(i, 1);
            door.id = new ObjectId();
            doors.add(door);
            Window each = new Window(new ObjectId(), i, false, Optional.empty(), List.of(), List.of());
            windows.add(each);
            houses.add(House.of("house " + i, Ref.of(door)).withWindows(List.of(Ref.of(each))));
        }
        list(db.doors.insertAll(doors));
        list(db.windows.insertAll(windows));
        list(db.houses.insertAll(houses));
    }

    @Test
    void isWatchedHere() {
        Mono<Boolean> blocking = Mono.fromCallable(() -> new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS));

        StepVerifier.create(blocking.subscribeOn(Schedulers.parallel()))
                .expectErrorSatisfies(error -> assertThat(error).isInstanceOf(BlockingOperationError.class))
                .verify(PATIENCE);
        StepVerifier.create(watched.houses.count().flatMap(count -> blocking))
                .expectErrorSatisfies(error -> assertThat(error).isInstanceOf(BlockingOperationError.class))
                .verify(PATIENCE);
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                operation("find", db -> db.houses.findAll()),
                operation("lookup", db -> db.houses
                        .find()
                        .fetchLinks()
                        .using(FetchStrategy.LOOKUP)
                        .all()),
                operation("batch", db -> db.houses
                        .find()
                        .fetchLinks()
                        .using(FetchStrategy.BATCH)
                        .all()),
                operation(
                        "automatic",
                        db -> db.windows.find().fetch(window.houses().door()).all()),
                operation("on demand", db -> db.houses.fetchLinks(db.houses.findAll())),
                operation(
                        "semi-join",
                        db -> db.houses.find(house.windows().width.gt(3)).ids()),
                operation("join", db -> db.houses
                        .find(house.windows().width.gt(3))
                        .semiJoinBound(0)
                        .count()),
                operation(
                        "update",
                        db -> db.houses.find(house.door().height.gt(3)).update(house.rooms.inc(1))),
                operation("save", db -> db.houses.findAll().collectList().flatMapMany(db.houses::saveAll)),
                operation("insert", db -> db.doors.insert(Door.of(1, 2))),
                operation(
                        "stream one by one",
                        db -> db.houses.find().batchSize(20).all().limitRate(1)),
                operation(
                        "projection", db -> db.houses.find().as(HouseCard.class).all()),
                operation("page", db -> db.houses
                        .find(house.door().height.gte(3))
                        .fetch(house.door())
                        .page(PageRequest.first(20).withTotal())),
                operation("cascade", db -> db.houses.insert(House.of("new", Ref.of(Door.of(1, 1))), WriteRule.WRITE)),
                operation(
                        "delete with links",
                        db -> db.houses.find(house.name.eq("house 3")).delete(DeleteRule.DELETE_LINKS)),
                operation("dangling", db -> db.houses.dangling()),
                operation("orphans", db -> db.houses.orphans(house.windows())),
                operation("repair", db -> db.houses.repair(house.windows(), RepairRule.PULL)),
                operation("restore", db -> db.houses.restore(house.windows())),
                operation("attach", db -> db.houses
                        .find()
                        .first()
                        .flatMap(found -> db.houses.attach(found, house.windows(), new ObjectId()))),
                operation("createIndexes", db -> db.houses.createIndexes()),
                operation(
                        "createCollection", // the embedded server has no collMod, so one that is not there
                        db -> db.frames.createCollection()),
                operation("delete", db -> db.houses.find().delete()));
    }

    /** Without the joins of three levels, which take the embedded server long. */
    static Stream<Arguments> timedOperations() {
        return operations().filter(each -> !each.get()[0].equals("lookup"));
    }

    private static Arguments operation(String name, Function<Houses, Publisher<?>> operation) {
        return Arguments.of(name, operation);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void doesNotBlock(String name, Function<Houses, Publisher<?>> operation) {
        StepVerifier.create(Flux.from(operation.apply(watched)).then().subscribeOn(Schedulers.parallel()))
                .as(name)
                .expectComplete()
                .verify(PATIENCE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("timedOperations")
    void doesNotBlockUnderATimeout(String name, Function<Houses, Publisher<?>> operation) {
        StepVerifier.create(Flux.from(operation.apply(timed)).then().subscribeOn(Schedulers.parallel()))
                .as(name)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    @DisabledOnEmbedded("sessions")
    void doesNotBlockInATransaction() {
        Mono<Long> work = Transactions.of(client).run(() -> watched.houses
                .insert(House.of("new", Ref.of(Door.of(1, 1))), WriteRule.WRITE)
                .thenMany(watched.houses.find().fetchLinks().all())
                .count());

        StepVerifier.create(work.subscribeOn(Schedulers.parallel()))
                .expectNext(151L)
                .expectComplete()
                .verify(PATIENCE);
    }

    /** The driver's thread that brings a reply gives its documents out; what is held of them goes out where it is demanded. */
    @Test
    void emitsOnTheThreadThatBringsTheReplyOrThatDemandsMore() {
        assertThat(list(watched.houses.find().all().map(each -> Thread.currentThread()
                        .getName())))
                .containsOnly("watched event loop");
        assertThat(list(watched.houses.find().fetchLinks().all().map(each -> Thread.currentThread()
                        .getName())))
                .containsOnly("watched event loop");
        List<String> threads = new CopyOnWriteArrayList<>();
        BaseSubscriber<House> subscriber = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(1);
            }

            @Override
            protected void hookOnNext(House each) {
                threads.add(Thread.currentThread().getName());
            }
        };
        watched.houses.find().batchSize(20).all().subscribe(subscriber);
        Flux.interval(Duration.ofMillis(5))
                .filter(tick -> !threads.isEmpty())
                .next()
                .block(PATIENCE);
        subscriber.request(1);
        subscriber.cancel();
        assertThat(threads)
                .containsExactly("watched event loop", Thread.currentThread().getName());
    }
}
