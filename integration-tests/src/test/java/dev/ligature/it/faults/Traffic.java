// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static dev.ligature.it.model.QAccount.account;
import static dev.ligature.it.model.QHouse.house;

import dev.ligature.it.Stock;
import dev.ligature.it.faults.Promises.Promise;
import dev.ligature.it.model.Account;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseCard;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.PageRequest;
import dev.ligature.query.WriteRule;
import dev.ligature.repository.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.bson.types.ObjectId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the subscribers of a soak do: they read standing houses, move windows between them by transactions, and write, change and delete
 * documents of their own.
 */
final class Traffic {
    static final int STANDING_HOUSES = 40;
    static final int STANDING_WINDOWS = 200;
    static final int ACCOUNTS = 20;
    static final int BALANCE = 1_000;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stock stock;
    private final Transactions transactions;
    private final Promises promises;
    private final Perseverance perseverance;
    private final OwnDocuments own;
    private final BooleanSupplier goesOn;
    private final Map<Action, LongAdder> done = new EnumMap<>(Action.class);
    private final LongAdder transactionsRun = new LongAdder();
    private final LongAdder transactionsBegun = new LongAdder();

    enum Action {
        READ("reads with links"),
        MOVE("moves of a window by a transaction"),
        TRANSFER("transfers by a transaction"),
        HOUSE("houses written by a cascade, changed, and deleted along their links"),
        FLEET("fleets written and deleted by the rules of back links");

        private final String title;

        Action(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** @param goesOn whether subscribers begin another action */
    Traffic(FaultyServer server, Promises promises, BooleanSupplier goesOn) {
        this.stock = new Stock(server.database());
        this.transactions = Transactions.of(server.client());
        this.promises = promises;
        this.perseverance = new Perseverance(promises);
        this.own = new OwnDocuments(stock, promises, perseverance);
        this.goesOn = goesOn;
        for (Action action : Action.values()) {
            done.put(action, new LongAdder());
        }
    }

    /** What stands before the first subscriber comes, stored by an undisturbed client. */
    static void fill(Stock direct) {
        List<House> houses = new ArrayList<>();
        int each = STANDING_WINDOWS / STANDING_HOUSES;
        for (int i = 0; i < STANDING_HOUSES; i++) {
            List<Ref<Window>> windows = IntStream.range(i * each, (i + 1) * each)
                    .mapToObj(number -> Ref.of(window(standing('b', number), number, Optional.empty())))
                    .toList();
            houses.add(house(standing('a', i), "standing " + i, Ref.of(Door.of(2, 1)), windows));
        }
        direct.houses.houses.insertAll(houses, WriteRule.WRITE).blockLast(PATIENCE);
        direct.accounts
                .insertAll(IntStream.range(0, ACCOUNTS)
                        .mapToObj(i -> Account.of("a" + i, BALANCE))
                        .toList())
                .blockLast(PATIENCE);
        Flux.concat(
                        direct.houses.houses.createIndexes(),
                        direct.houses.windows.createIndexes(),
                        direct.fleets.fleets.createIndexes(),
                        direct.fleets.ships.createIndexes(),
                        direct.fleets.sailors.createIndexes(),
                        direct.fleets.routes.createIndexes())
                .blockLast(PATIENCE);
    }

    private static ObjectId standing(char kind, int number) {
        return new ObjectId(String.valueOf(kind).repeat(16) + String.format("%08x", number));
    }

    static House house(ObjectId id, String name, Ref<Door> door, List<Ref<Window>> windows) {
        return new House(id, name, 1, List.of(), door, windows, Optional.empty(), Optional.empty());
    }

    static Window window(ObjectId id, int width, Optional<Ref<Frame>> frame) {
        return new Window(id, width, false, frame, List.of(), List.of());
    }

    long done(Action action) {
        return done.get(action).sum();
    }

    long done() {
        return done.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** How often a caller had to call again what had broken off. */
    long calledAgain() {
        return perseverance.calledAgain();
    }

    /** How often a transaction was begun again, by {@code run} itself. */
    long transactionsRunAgain() {
        return transactionsBegun.sum() - transactionsRun.sum();
    }

    /** Whether a document may be half-way through a delete. */
    boolean isDeleting(Object id) {
        return own.isDeleting(id);
    }

    /** One subscriber, until the end. */
    Mono<Void> subscriber(long seed) {
        Random random = new Random(seed);
        return Mono.defer(() -> next(random))
                .onErrorResume(failure -> {
                    promises.breakOne(Promise.COMPLETED, String.valueOf(failure));
                    return Mono.empty();
                })
                .repeat(goesOn)
                .then();
    }

    private Mono<Void> next(Random random) {
        int dice = random.nextInt(100);
        Action action = dice < 45
                ? Action.READ
                : dice < 65 ? Action.MOVE : dice < 75 ? Action.TRANSFER : dice < 90 ? Action.HOUSE : Action.FLEET;
        Mono<Void> work =
                switch (action) {
                    case READ -> read(random);
                    case MOVE -> move(random);
                    case TRANSFER -> transfer(random);
                    case HOUSE -> own.houses(random);
                    case FLEET -> own.fleet(random);
                };
        return work.doOnSuccess(end -> done.get(action).increment());
    }

    private Mono<Void> read(Random random) {
        FetchStrategy strategy = List.of(FetchStrategy.values()).get(random.nextInt(3));
        String name = "standing " + random.nextInt(STANDING_HOUSES);
        Mono<Boolean> right =
                switch (random.nextInt(5)) {
                    case 0 ->
                        stock.houses
                                .houses
                                .find(house.name.eq(name))
                                .fetchLinks(2)
                                .using(strategy)
                                .one()
                                .map(found -> found.door().isFetched()
                                        && found.windows().stream().noneMatch(Ref::isMissing));
                    case 1 ->
                        stock.houses
                                .houses
                                .find(house.name.startsWith("standing"))
                                .fetch(house.windows())
                                .using(strategy)
                                .all()
                                .count()
                                .map(count -> count == STANDING_HOUSES);
                    case 2 ->
                        stock.houses
                                .houses
                                .find(house.name
                                        .startsWith("standing")
                                        .and(house.door().height.eq(2)))
                                .count()
                                .map(count -> count == STANDING_HOUSES);
                    case 3 ->
                        stock.houses
                                .houses
                                .find(house.name.startsWith("standing"))
                                .sort(house.name.asc())
                                .page(PageRequest.first(10).withTotal())
                                .map(page -> page.items().size() == 10
                                        && page.total().orElse(0) == STANDING_HOUSES);
                    default ->
                        stock.houses
                                .houses
                                .find(house.name.eq(name))
                                .using(strategy)
                                .as(HouseCard.class)
                                .one()
                                .map(card ->
                                        card.doorHeight() == 2 && card.name().equals(name));
                };
        return perseverance
                .again(right.defaultIfEmpty(false))
                .doOnNext(isRight -> promises.check(Promise.READS, isRight, "a read of " + name + " by " + strategy))
                .then();
    }

    private Mono<Void> move(Random random) {
        ObjectId from = standing('a', random.nextInt(STANDING_HOUSES));
        ObjectId to = standing('a', random.nextInt(STANDING_HOUSES));
        if (from.equals(to)) {
            return Mono.empty();
        }
        return inTransaction(stock.houses
                .houses
                .findById(from)
                .flatMap(found -> found.windows().isEmpty()
                        ? Mono.empty()
                        : Mono.just(found.windows()
                                .get(random.nextInt(found.windows().size()))))
                .flatMap(moved -> stock.houses
                        .houses
                        .detach(from, house.windows(), moved)
                        .filter(changed -> changed == 1)
                        .flatMap(changed -> stock.houses.houses.attach(to, house.windows(), moved))));
    }

    private Mono<Void> transfer(Random random) {
        int from = random.nextInt(ACCOUNTS);
        int to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
        return inTransaction(stock.accounts
                .updateById("a" + from, account.balance.inc(-1))
                .then(stock.accounts.updateById("a" + to, account.balance.inc(1))));
    }

    private Mono<Void> inTransaction(Mono<Long> work) {
        transactionsRun.increment();
        return transactions
                .run(() -> {
                    transactionsBegun.increment();
                    return work;
                })
                .doOnSuccess(end -> promises.keep(Promise.TRANSACTIONS))
                .onErrorResume(failure -> {
                    promises.breakOne(Promise.TRANSACTIONS, String.valueOf(failure));
                    return Mono.empty();
                })
                .then();
    }
}
