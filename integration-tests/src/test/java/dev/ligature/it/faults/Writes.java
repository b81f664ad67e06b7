// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static dev.ligature.it.model.QAccount.account;
import static dev.ligature.it.model.QHouse.house;

import dev.ligature.it.Stock;
import dev.ligature.it.faults.Operation.Again;
import dev.ligature.it.faults.Operation.Between;
import dev.ligature.it.faults.Operation.Kind;
import dev.ligature.it.model.Account;
import dev.ligature.it.model.Crew;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Ledger;
import dev.ligature.it.model.Tree;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.query.WriteRule;
import dev.ligature.repository.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The writes that the harness breaks: one of each kind for each way of naming what is written. */
final class Writes {
    static final List<String> HOUSES = List.of("houses", "doors", "windows", "frames", "persons", "yards");
    static final List<String> FLEETS =
            List.of("fleets", "ships", "sailors", "contracts", "medals", "logs", "routes", "bookings");
    static final List<String> LEDGERS = List.of("accounts", "crews", "ledgers");

    private Writes() {}

    static List<Operation> all() {
        return Stream.of(inserts(), saves(), versioned(), updates(), LinkWrites.all(), Deletes.all())
                .flatMap(each -> each)
                .toList();
    }

    /** A call outside of transactions. */
    static BiFunction<Stock, Transactions, Publisher<?>> alone(Function<Stock, ? extends Publisher<?>> call) {
        return (db, transactions) -> call.apply(db);
    }

    static Operation houses(Kind kind, String name, Function<Stock, ? extends Publisher<?>> call) {
        return new Operation(kind, name, HOUSES, Writes::houses, alone(call), Again.ENDS, Between.EACH_DOCUMENT_WHOLE);
    }

    static Operation fleets(Kind kind, String name, Function<Stock, ? extends Publisher<?>> call) {
        return new Operation(kind, name, FLEETS, Stock::fleets, alone(call), Again.ENDS, Between.EACH_DOCUMENT_WHOLE);
    }

    private static Operation ledgers(Kind kind, String name, Function<Stock, ? extends Publisher<?>> call) {
        return new Operation(
                kind,
                name,
                LEDGERS,
                Writes::ledgers,
                alone(call),
                Again.ENDS_OR_IS_REFUSED,
                Between.EACH_DOCUMENT_WHOLE);
    }

    /** Three houses, and what has to be cared for: links that dangle, and orphans. */
    static void houses(Stock db) {
        db.houses();
        db.store("windows", "{_id: #5, width: 5, tinted: true, frame: #e, spares: []}");
        db.store("windows", "{_id: #6, width: 6, tinted: true, spares: []}");
    }

    /** The same, and a house whose links are in the other form. */
    static void forms(Stock db) {
        houses(db);
        db.store(
                "houses",
                "{_id: #d, name: 'Fir', rooms: 2, tags: [], door: {$ref: 'doors', $id: #2},"
                        + " win: [{$ref: 'windows', $id: #4, $db: 'there'}, #2, {$ref: 'windows', $id: #4}], owners: []}");
    }

    static void ledgers(Stock db) {
        for (int i = 1; i <= 3; i++) {
            db.store("ledgers", "{_id: #" + i + ", text: 'old', version: {$numberLong: '1'}}");
        }
        db.store("crews", "{_id: #a, version: {$numberLong: '1'}, ledger: #1}");
        db.store("accounts", "{_id: 'a', balance: 10, v: {$numberLong: '1'}, ledgers: [#2, #3]}");
    }

    static ObjectId id(char digit) {
        return new ObjectId(String.valueOf(digit).repeat(24));
    }

    static Door door(@Nullable ObjectId id) {
        Door door = Door.of(3, 4);
        door.id = id;
        return door;
    }

    private static Window window(@Nullable ObjectId id, Ref<Frame> frame) {
        return new Window(id, 7, true, Optional.of(frame), List.of(frame), List.of());
    }

    private static House house(@Nullable ObjectId id, String name, Ref<Door> door, List<Ref<Window>> windows) {
        return new House(id, name, 1, List.of("new"), door, windows, Optional.empty(), Optional.empty());
    }

    /** A house with all that it links to in memory. */
    private static House graph(
            @Nullable ObjectId house,
            @Nullable ObjectId door,
            @Nullable ObjectId first,
            @Nullable ObjectId second,
            @Nullable ObjectId frame) {
        Ref<Frame> framed = Ref.of(new Frame(frame, "blue"));
        return house(
                house,
                "New",
                Ref.of(door(door)),
                List.of(Ref.of(window(first, framed)), Ref.of(window(second, framed))));
    }

    static House identified(char house) {
        return graph(id(house), id('7'), id('7'), id('8'), id('7'));
    }

    static House unidentified() {
        return graph(null, null, null, null, null);
    }

    static Ledger ledger(char id, String text) {
        Ledger ledger = new Ledger();
        ledger.id = id(id);
        ledger.version = 1;
        ledger.text = text;
        return ledger;
    }

    private static Stream<Operation> inserts() {
        return Stream.of(
                houses(
                                Kind.INSERT,
                                "insert",
                                db -> db.houses.houses.insert(
                                        house(id('c'), "New", Ref.to(id('3')), List.of(Ref.to(id('4'))))))
                        .again(Again.ENDS_OR_IS_REFUSED),
                houses(
                                Kind.INSERT,
                                "insert without id",
                                db -> db.houses.houses.insert(House.of("New", Ref.to(id('3')))))
                        .again(Again.AT_LEAST_ONCE),
                houses(Kind.INSERT, "insert of a class without id", db -> db.houses.doors.insert(Door.of(5, 5)))
                        .again(Again.ENDS_OR_IS_REFUSED),
                houses(
                                Kind.INSERT,
                                "insertAll",
                                db -> db.houses.frames.insertAll(List.of(
                                        new Frame(id('7'), "blue"),
                                        new Frame(id('8'), "blue"),
                                        new Frame(id('9'), "blue"))))
                        .again(Again.ENDS_OR_IS_REFUSED),
                houses(Kind.INSERT, "insert, WRITE", db -> db.houses.houses.insert(identified('c'), WriteRule.WRITE))
                        .again(Again.ENDS_OR_IS_REFUSED),
                houses(
                                Kind.INSERT,
                                "insertAll, WRITE, without ids",
                                db -> db.houses.houses.insertAll(
                                        List.of(unidentified(), unidentified()), WriteRule.WRITE))
                        .again(Again.AT_LEAST_ONCE)
                        .typical(),
                new Operation(
                        Kind.INSERT,
                        "insertAll of what links to each other",
                        List.of("trees"),
                        Stock::trees,
                        alone(db -> db.houses.trees.insertAll(
                                List.of(Tree.of("up", "down", null), Tree.of("down", "up", null)))),
                        Again.ENDS_OR_IS_REFUSED,
                        Between.EACH_DOCUMENT_WHOLE));
    }

    private static Stream<Operation> saves() {
        return Stream.of(
                houses(
                        Kind.SAVE,
                        "save",
                        db -> db.houses.houses.save(
                                house(Stock.OAK, "New Oak", Ref.to(id('3')), List.of(Ref.to(id('4')))))),
                houses(
                        Kind.SAVE,
                        "save of a new one",
                        db -> db.houses.houses.save(house(id('c'), "New", Ref.to(id('3')), List.of()))),
                houses(
                        Kind.SAVE,
                        "saveAll",
                        db -> db.houses.windows.saveAll(List.of(
                                window(id('1'), Ref.to(id('3'))),
                                window(id('2'), Ref.to(id('3'))),
                                window(id('7'), Ref.to(id('3')))))),
                houses(Kind.SAVE, "save, WRITE", db -> db.houses.houses.save(identified('c'), WriteRule.WRITE)),
                houses(
                        Kind.SAVE,
                        "saveAll, WRITE",
                        db -> db.houses.houses.saveAll(List.of(identified('a'), identified('c')), WriteRule.WRITE)),
                houses(
                        Kind.SAVE,
                        "replace",
                        db -> db.houses.houses.replace(house(Stock.OAK, "New Oak", Ref.to(id('3')), List.of()))),
                houses(
                        Kind.SAVE,
                        "replaceAll",
                        db -> db.houses.frames.replaceAll(
                                List.of(new Frame(id('1'), "blue"), new Frame(id('2'), "blue")))),
                houses(
                        Kind.SAVE,
                        "replace, WRITE",
                        db -> db.houses.houses.replace(
                                graph(id('a'), id('2'), id('3'), id('4'), id('3')), WriteRule.WRITE)));
    }

    private static Stream<Operation> versioned() {
        return Stream.of(
                ledgers(Kind.SAVE, "save of a version", db -> db.ledgers.save(ledger('1', "new"))),
                ledgers(
                        Kind.SAVE,
                        "saveAll of versions",
                        db -> db.ledgers.saveAll(List.of(ledger('1', "new"), ledger('2', "new")))),
                ledgers(Kind.SAVE, "replace of a version", db -> db.ledgers.replace(ledger('1', "new"))),
                ledgers(Kind.SAVE, "save of versions, WRITE", db -> {
                            Crew changed = new Crew();
                            changed.id = id('a');
                            changed.version = 1;
                            changed.ledger = Ref.of(ledger('1', "new"));
                            return db.crews.save(changed, WriteRule.WRITE);
                        })
                        .again(Again.ENDS_OR_CONFLICTS),
                ledgers(
                                Kind.SAVE,
                                "replace of versions, WRITE",
                                db -> db.accounts.replace(
                                        new Account(
                                                "a",
                                                11,
                                                1,
                                                List.of(Ref.of(ledger('2', "new")), Ref.of(ledger('3', "new")))),
                                        WriteRule.WRITE))
                        .again(Again.ENDS_OR_CONFLICTS));
    }

    private static Stream<Operation> updates() {
        return Stream.of(
                houses(
                        Kind.UPDATE,
                        "updateById, set",
                        db -> db.houses.houses.updateById(Stock.OAK, house.name.set("New"))),
                houses(
                                Kind.UPDATE,
                                "updateById, inc",
                                db -> db.houses.houses.updateById(
                                        Stock.OAK, house.rooms.inc(1), house.tags.push("new")))
                        .again(Again.AT_LEAST_ONCE),
                ledgers(
                                Kind.UPDATE,
                                "updateById of a version",
                                db -> db.accounts.updateById("a", account.balance.set(11)))
                        .again(Again.ENDS),
                houses(
                        Kind.UPDATE,
                        "update by a condition",
                        db -> db.houses.houses.find(house.name.in("Oak", "Elm")).update(house.rooms.set(9))),
                houses(Kind.UPDATE, "update through a link", db -> db.houses
                                .houses
                                .find(house.windows().width.eq(1))
                                .update(house.rooms.set(9)))
                        .typical(),
                houses(Kind.UPDATE, "update through a join", db -> db.houses
                        .houses
                        .find(house.windows().width.eq(1))
                        .semiJoinBound(0)
                        .update(house.rooms.set(9))),
                houses(Kind.UPDATE, "update through a link, inc", db -> db.houses
                                .houses
                                .find(house.windows().width.eq(1))
                                .update(house.rooms.inc(1)))
                        .again(Again.AT_LEAST_ONCE));
    }
}
