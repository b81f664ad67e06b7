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
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.repository.FetchStrategy;
import dev.ligature.sample.testing.TestDatabase;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.NonBlocking;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/**
 * Nothing blocks: neither the thread that subscribes nor the event loop on which the driver delivers replies. What
 * the driver itself may do {@link DriverAllowances} says.
 */
class NonBlockingIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final EventLoopGroup EVENT_LOOP =
            new MultiThreadIoEventLoopGroup(1, WatchedThread::new, NioIoHandler.newFactory());

    private static @Nullable MongoClient client;
    private static @Nullable Houses watched;

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
    }

    @AfterAll
    static void close() {
        client.close();
        assertThat(EVENT_LOOP.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS))
                .isTrue();
    }

    @BeforeEach
    void houses() {
        DATABASE.clear();
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
                operation("createIndexes", db -> db.houses.createIndexes()),
                operation("delete", db -> db.houses.find().delete()));
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
}
