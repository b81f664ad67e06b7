// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static dev.ligature.it.faults.Writes.id;
import static dev.ligature.it.model.QAccount.account;
import static dev.ligature.it.model.QCrew.crew;
import static dev.ligature.it.model.QHouse.house;

import dev.ligature.it.Stock;
import dev.ligature.it.faults.Operation.Again;
import dev.ligature.it.faults.Operation.Between;
import dev.ligature.it.faults.Operation.Kind;
import dev.ligature.query.DeleteRule;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.WriteRule;
import dev.ligature.repository.Transactions;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;

/** Transactions that the harness breaks. */
final class TransactionWrites {
    private TransactionWrites() {}

    /** Calls in transactions, one within another too. */
    static List<Operation> all() {
        return List.of(
                transaction(
                        "transfer",
                        Writes.LEDGERS,
                        Writes::ledgers,
                        (db, transactions) -> transactions.run(() -> db.accounts
                                .updateById("a", account.balance.inc(-1))
                                .then(db.crews.detachAll(id('a'), crew.ledger()))
                                .then(db.accounts.find().count()))),
                transaction(
                        "cascade, and a transaction within",
                        Writes.HOUSES,
                        Writes::houses,
                        (db, transactions) -> transactions.run(() -> db.houses
                                .houses
                                .insert(Writes.identified('c'), WriteRule.WRITE)
                                .then(transactions.run(
                                        () -> db.houses.houses.attach(id('a'), house.windows(), id('7')))))),
                transaction(
                        "delete along links",
                        Writes.HOUSES,
                        Writes::houses,
                        (db, transactions) -> transactions.run(
                                () -> db.houses.houses.deleteById(Stock.OAK, DeleteRule.DELETE_LINKS))),
                transaction(
                        "delete by rules",
                        Writes.FLEETS,
                        Stock::fleets,
                        (db, transactions) -> transactions.run(() -> db.fleets.fleets.deleteById("1"))),
                transaction(
                        "stream of what is saved", Writes.LEDGERS, Writes::ledgers, (db, transactions) -> transactions
                                .runMany(() -> db.ledgers.saveAll(List.of(
                                        Writes.ledger('1', "new"),
                                        Writes.ledger('2', "new"),
                                        Writes.ledger('3', "new"))))
                                .map(saved -> saved.text)),
                transaction(
                                "cascade without ids, and a count",
                                Writes.HOUSES,
                                Writes::houses,
                                (db, transactions) -> transactions.run(() -> db.houses
                                        .houses
                                        .insert(Writes.unidentified(), WriteRule.WRITE)
                                        .then(db.houses
                                                .houses
                                                .find(house.name.eq("New"))
                                                .count())))
                        .again(Again.AT_LEAST_ONCE)
                        .typical(),
                transaction("stream in a transaction", Writes.HOUSES, Estate::fill, (db, transactions) -> transactions
                                .runMany(() -> db.houses
                                        .houses
                                        .find(house.door().height.gte(0))
                                        .sort(house.id.asc())
                                        .fetchLinks()
                                        .using(FetchStrategy.BATCH)
                                        .batchSize(Estate.BATCH)
                                        .all())
                                .map(Reads::text))
                        .typical());
    }

    private static Operation transaction(
            String name,
            List<String> collections,
            Consumer<Stock> fill,
            BiFunction<Stock, Transactions, Publisher<?>> call) {
        return new Operation(Kind.TRANSACTION, name, collections, fill, call, Again.ENDS, Between.ALL_OR_NOTHING);
    }
}
