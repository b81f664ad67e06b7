// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.it.Stock;
import dev.ligature.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.bson.types.ObjectId;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Subscribers, faults and a checker, for a while; see {@link Traffic} for what they do, and {@link Promises} for what must hold. */
final class SoakRun {
    static final int SUBSCRIBERS = 64;

    private static final int POOL = 64;
    /** Beside the pool: the driver's monitors, and those whose end the proxy has not seen yet. */
    private static final int MONITORS = 8;

    private static final Duration FAIL_OVER = Duration.ofSeconds(2);
    private static final Duration BETWEEN_FAIL_OVERS = Duration.ofSeconds(30);
    private static final Duration ROUND_UP = Duration.ofMinutes(3);

    private final Duration duration;
    private final long seed;
    private final Promises promises = new Promises();
    private final Vitals vitals = new Vitals();
    private final AtomicBoolean goesOn = new AtomicBoolean(true);

    /** What a run has come to. */
    record Result(
            Duration duration,
            long seed,
            long commands,
            Map<String, Integer> faults,
            Map<Traffic.Action, Long> actions,
            long calledAgain,
            long transactionsRunAgain,
            long repliesRepeated,
            Promises promises,
            List<Vitals.Sample> samples) {}

    SoakRun(Duration duration, long seed) {
        this.duration = duration;
        this.seed = seed;
    }

    /** Runs in a database of its own, which it drops. */
    Result run(ConnectionString server) {
        String name = "ligature_soak_" + new ObjectId();
        try (MongoClient client = MongoClients.create(server);
                FaultyServer faulty = new FaultyServer(server, name, settings -> settings.applyToConnectionPoolSettings(
                                pool -> pool.maxSize(POOL).maxConnecting(16))
                        .applyToSocketSettings(socket -> socket.readTimeout(3, TimeUnit.SECONDS)))) {
            Stock direct = new Stock(client.getDatabase(name));
            try {
                Traffic.fill(direct);
                return run(faulty, direct, client);
            } finally {
                drop(client.getDatabase(name));
            }
        }
    }

    /** A database that stays costs less than the result of half an hour. */
    private static void drop(MongoDatabase database) {
        try {
            TestDatabase.await(database.drop());
        } catch (RuntimeException e) {
            System.err.println("The database " + database.getName() + " could not be dropped: " + e);
        }
    }

    private Result run(FaultyServer faulty, Stock direct, MongoClient client) {
        Traffic traffic = new Traffic(faulty, promises, goesOn::get);
        SoakCheck check = new SoakCheck(direct, client, traffic, promises);
        breakThings(faulty.faults());
        Flux<Void> subscribers = Flux.fromStream(
                        LongStream.range(0, SUBSCRIBERS).boxed())
                .flatMap(number -> traffic.subscriber(seed + number), SUBSCRIBERS)
                .cache();
        Disposable running = subscribers.subscribe();

        int failOvers = watch(faulty, traffic, check);
        goesOn.set(false);
        subscribers.blockLast(ROUND_UP);
        running.dispose();
        Map<String, Integer> faults = new TreeMap<>(faulty.faults().injectedByKind());
        faults.put("FailOver", failOvers);
        long commands = faulty.faults().passed();
        faulty.faults().heal();
        check.look();
        check.lookAfterwards(faulty);
        vitals.judge(promises, POOL + MONITORS);
        Map<Traffic.Action, Long> actions = new EnumMap<>(Traffic.Action.class);
        for (Traffic.Action action : Traffic.Action.values()) {
            actions.put(action, traffic.done(action));
        }
        return new Result(
                duration,
                seed,
                commands,
                faults,
                actions,
                traffic.calledAgain(),
                traffic.transactionsRunAgain(),
                faulty.proxy().repliesRepeated(),
                promises,
                vitals.samples());
    }

    private void breakThings(Faults faults) {
        faults.sometimes(0.005, seed + 1, new Fault.CutBefore())
                .sometimes(0.005, seed + 2, new Fault.CutAfter())
                .sometimes(0.005, seed + 3, new Fault.Reset())
                .sometimes(0.02, seed + 4, new Fault.Delay(Duration.ofMillis(15)))
                .sometimes(
                        0.005,
                        seed + 5,
                        new Fault.ServerError(91, "ShutdownInProgress", List.of("RetryableWriteError")))
                .sometimes(0.0002, seed + 6, new Fault.BlackHole());
    }

    /** Samples and checks until the time is over; a fail-over now and then. */
    private int watch(FaultyServer faulty, Traffic traffic, SoakCheck check) {
        Duration pause = shorter(duration.dividedBy(40), Duration.ofSeconds(5));
        Duration untilFailOver = shorter(duration.dividedBy(2), BETWEEN_FAIL_OVERS);
        long start = System.nanoTime();
        long actionsBefore = 0;
        int faultsBefore = 0;
        double secondBefore = 0;
        int failOvers = 0;
        while (System.nanoTime() - start < duration.toNanos()) {
            sleep(pause);
            double second = (System.nanoTime() - start) / 1e9;
            long actions = traffic.done();
            int faults = faulty.faults().injected();
            vitals.add(new Vitals.Sample(
                    second,
                    (actions - actionsBefore) / (second - secondBefore),
                    (faults - faultsBefore) / (second - secondBefore),
                    Vitals.heap(),
                    Vitals.threads(),
                    faulty.proxy().openConnections()));
            actionsBefore = actions;
            faultsBefore = faults;
            secondBefore = second;
            check.look();
            if (second > untilFailOver.toMillis() / 1e3 * (failOvers + 1)) {
                failOvers++;
                refuse(faulty);
            }
        }
        return failOvers;
    }

    private static void refuse(FaultyServer faulty) {
        try {
            faulty.proxy().refuse(FAIL_OVER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
