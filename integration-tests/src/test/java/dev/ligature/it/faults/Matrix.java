// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.DeleteRestrictedException;
import dev.ligature.it.Stock;
import dev.ligature.it.faults.Operation.Again;
import dev.ligature.it.faults.Operation.Between;
import dev.ligature.repository.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

/**
 * Every operation, broken at each of its commands in each way: by a client that sends what may be sent again once more, as drivers do unless
 * told otherwise, and by one that does not, so that every break reaches the caller. Then the same call is made again.
 */
final class Matrix implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<Fault> BREAKS = List.of(
            new Fault.CutBefore(),
            new Fault.CutAfter(),
            new Fault.Reset(),
            new Fault.Delay(Duration.ofMillis(10)),
            new Fault.FailOver(Duration.ofMillis(100)),
            new Fault.ServerError(91, "ShutdownInProgress", List.of("RetryableWriteError")),
            new Fault.ServerError(13, "Unauthorized", List.of()));

    private final List<Throwable> dropped = new CopyOnWriteArrayList<>();
    private final MongoDatabase database;
    private final Map<Client, FaultyServer> servers = new EnumMap<>(Client.class);
    private final Map<Client, Stock> stocks = new EnumMap<>(Client.class);

    /** How the client is set up. */
    @SuppressWarnings("ImmutableEnumChecker") // functions have no state
    enum Client {
        /** As drivers are. */
        RETRYING(BREAKS, settings -> {}),
        PLAIN(BREAKS, settings -> settings.retryReads(false).retryWrites(false)),
        /** Without a time limit nobody notices a black hole. */
        TIMED(List.of(new Fault.BlackHole()), settings -> settings.timeout(400, TimeUnit.MILLISECONDS));

        private final List<Fault> faults;
        private final Consumer<MongoClientSettings.Builder> settings;

        Client(List<Fault> faults, Consumer<MongoClientSettings.Builder> settings) {
            this.faults = faults;
            this.settings = settings;
        }
    }

    /**
     * One break.
     *
     * @param command its number within the call, counted from 1
     */
    record Break(Client client, int command, Fault fault) {
        @Override
        public String toString() {
            return client + ", command " + command + ", " + fault;
        }
    }

    /** An operation that has been run once without a break. */
    record Prepared(Operation operation, Contents before, Contents end, Attempt undisturbed, int commands) {
        /** All its breaks, in an order that depends on a seed. */
        List<Break> breaks(long seed) {
            List<Break> breaks = new ArrayList<>();
            for (Client client : Client.values()) {
                for (int command = 1; command <= commands; command++) {
                    for (Fault fault : client.faults) {
                        breaks.add(new Break(client, command, fault));
                    }
                }
            }
            Collections.shuffle(breaks, new Random(seed + operation.name().hashCode()));
            return breaks;
        }
    }

    /** What a call emitted, and how it ended. */
    record Attempt(List<String> items, @Nullable Throwable failure) {
        Attempt {
            items = List.copyOf(items);
        }
    }

    /**
     * @param server where it is
     * @param database the one that the clients see too
     */
    Matrix(ConnectionString server, MongoDatabase database) {
        this.database = database;
        Hooks.onErrorDropped(dropped::add);
        for (Client client : Client.values()) {
            FaultyServer faulty = new FaultyServer(server, database.getName(), client.settings);
            servers.put(client, faulty);
            stocks.put(client, new Stock(faulty.database()));
        }
    }

    private FaultyServer server(Client client) {
        return Objects.requireNonNull(servers.get(client));
    }

    private Publisher<?> call(Operation operation, Client client) {
        return operation
                .call()
                .apply(
                        Objects.requireNonNull(stocks.get(client)),
                        Transactions.of(server(client).client()));
    }

    /** Runs an operation undisturbed, to see what it sends, emits and leaves. */
    Prepared prepare(Operation operation) {
        operation.prepare(database);
        Contents before = Contents.read(database, operation.collections());
        Faults faults = server(Client.RETRYING).faults();
        faults.clear();
        Attempt attempt = attempt(call(operation, Client.RETRYING));
        boolean refused = attempt.failure instanceof DeleteRestrictedException;
        if (refused != (operation.again() == Again.REFUSED) || (attempt.failure != null && !refused)) {
            throw new AssertionError(operation + " fails even undisturbed", attempt.failure);
        }
        return new Prepared(
                operation, before, Contents.read(database, operation.collections()), attempt, (int) faults.passed());
    }

    /** Breaks an operation and judges what comes of it. */
    Verdict judge(Prepared prepared, Break broken) {
        Operation operation = prepared.operation;
        Faults faults = server(broken.client).faults();
        prepared.before.restore(database);
        faults.clear();
        faults.at(broken.command, broken.fault);
        Publisher<?> call = call(operation, broken.client);

        Attempt first = attempt(call);
        boolean isOpen = operation.between() == Between.ALL_OR_NOTHING
                && !server(broken.client).endsAllTransactions();
        List<String> sent = faults.seen();
        List<BsonDocument> hit = faults.hit();
        faults.clear();
        Contents between = Contents.read(database, operation.collections());
        Judgement judgement = new Judgement(prepared, broken, sent, hit);
        String shortfall = isOpen ? "leaves a transaction open" : judgement.ofFirst(first, between);
        if (shortfall == null && !dropped.isEmpty()) {
            shortfall = "drops errors, which are logged: " + List.copyOf(dropped);
            dropped.clear();
        }
        if (shortfall == null && first.failure != null) {
            // what has no time limit shows what the call comes to
            Publisher<?> again = broken.client == Client.TIMED ? call(operation, Client.RETRYING) : call;
            Attempt second = attempt(again);
            shortfall = judgement.ofSecond(second, Contents.read(database, operation.collections()));
        }
        return new Verdict(operation, broken, !hit.isEmpty(), first.failure == null, shortfall);
    }

    private static Attempt attempt(Publisher<?> call) {
        List<String> items = Collections.synchronizedList(new ArrayList<>());
        Throwable failure = Flux.from(call)
                .doOnNext(item -> items.add(text(item)))
                .then(Mono.<Throwable>empty())
                .onErrorResume(Mono::just)
                .timeout(PATIENCE, Mono.fromSupplier(() -> new AssertionError("no end within " + PATIENCE)))
                .block();
        synchronized (items) {
            return new Attempt(items, failure);
        }
    }

    private static String text(Object item) {
        return item instanceof Number || item instanceof String || item instanceof Boolean || item instanceof ObjectId
                ? Contents.masked(item)
                : item.getClass().getSimpleName();
    }

    @Override
    public void close() {
        servers.values().forEach(FaultyServer::close);
        Hooks.resetOnErrorDropped();
    }
}
