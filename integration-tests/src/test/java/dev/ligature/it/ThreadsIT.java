// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.connection.TransportSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.ligature.it.model.Yard;
import dev.ligature.testing.TestDatabase;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Code of the caller runs on the threads of the driver, which serve everybody: here there is one. */
class ThreadsIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String LOOP = "the only event loop";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final EventLoopGroup EVENT_LOOP = new MultiThreadIoEventLoopGroup(
            1, (ThreadFactory) work -> new Thread(work, LOOP), NioIoHandler.newFactory());

    private static @Nullable MongoClient client;
    private static @Nullable Houses db;

    @BeforeAll
    static void connect() {
        list(new Houses(DATABASE.database())
                .yards.insertAll(IntStream.range(0, 20).mapToObj(Yard::of).toList()));
        ConnectionString address = new ConnectionString("mongodb://"
                + DATABASE.client()
                        .getClusterDescription()
                        .getServerDescriptions()
                        .get(0)
                        .getAddress());
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(address)
                .transportSettings(TransportSettings.nettyBuilder()
                        .eventLoopGroup(EVENT_LOOP)
                        .build())
                .build());
        db = new Houses(client.getDatabase(DATABASE.database().getName()));
    }

    @AfterAll
    static void close() {
        client.close();
        EVENT_LOOP.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }

    @Test
    void emitsOnTheThreadThatBringsTheReply() {
        Set<String> threads = list(
                        db.yards.findAll().map(yard -> Thread.currentThread().getName()))
                .stream()
                .collect(Collectors.toSet());

        assertThat(threads).isEqualTo(Set.of(LOOP));
    }

    /** Whether a count is answered while the code of a stream blocks. */
    private static boolean isServedBeside(UnaryOperator<Flux<Yard>> moved) throws InterruptedException {
        CountDownLatch blocks = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        CompletableFuture<List<Yard>> read = moved.apply(db.yards.findAll())
                .doOnNext(yard -> {
                    blocks.countDown();
                    await(released);
                })
                .collectList()
                .toFuture();
        assertThat(blocks.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Long> counted = db.yards.count().toFuture();
        try {
            return counted.get(500, TimeUnit.MILLISECONDS) == 20;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            released.countDown();
            assertThat(read.join()).hasSize(20);
            assertThat(counted.join()).isEqualTo(20);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void holdsUpTheRepliesToOthersWhileCodeOfAStreamBlocks() throws InterruptedException {
        assertThat(isServedBeside(stream -> stream)).isFalse();
    }

    @Test
    void holdsUpNobodyWhereBlockingCodeIsMovedAway() throws InterruptedException {
        assertThat(isServedBeside(stream -> stream.publishOn(Schedulers.boundedElastic())))
                .isTrue();
    }
}
