// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static dev.ligature.it.faults.Writes.id;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;
import static dev.ligature.it.model.QRoute.route;
import static dev.ligature.it.model.QWindow.window;

import dev.ligature.it.Stock;
import dev.ligature.it.faults.Operation.Again;
import dev.ligature.it.faults.Operation.Between;
import dev.ligature.it.faults.Operation.Kind;
import dev.ligature.query.RepairRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/** The writes of links that the harness breaks. */
final class LinkWrites {
    private LinkWrites() {}

    static Stream<Operation> all() {
        return Stream.concat(links(), care());
    }

    private static Operation forms(Kind kind, String name, Function<Stock, ? extends Publisher<?>> call) {
        return new Operation(
                kind, name, Writes.HOUSES, Writes::forms, Writes.alone(call), Again.ENDS, Between.EACH_DOCUMENT_WHOLE);
    }

    private static Stream<Operation> links() {
        return Stream.of(
                Writes.houses(
                        Kind.LINK,
                        "attach to a list",
                        db -> db.houses.houses.attach(id('a'), house.windows(), id('4'), id('2'))),
                Writes.houses(
                        Kind.LINK, "attach to one", db -> db.houses.houses.attach(id('a'), house.door(), id('3'))),
                Writes.houses(
                        Kind.LINK,
                        "attach through a back link",
                        db -> db.houses.persons.attach(id('3'), person.houses(), id('a'), Stock.OAK)),
                Writes.fleets(
                        Kind.LINK,
                        "attach of DBRefs, with a version",
                        db -> db.fleets.routes.attach("west", route.ships(), "d", "b")),
                Writes.houses(
                        Kind.LINK,
                        "detach from a list",
                        db -> db.houses.houses.detach(Stock.OAK, house.windows(), id('1'), id('3'))),
                forms(
                                Kind.LINK,
                                "detach in every form",
                                db -> db.houses.houses.detach(id('d'), house.windows(), id('4'), id('2')))
                        .between(Between.NOTHING_DANGLES),
                Writes.houses(
                        Kind.LINK,
                        "detach through a back link",
                        db -> db.houses.persons.detach(id('2'), person.houses(), id('a'), Stock.OAK)),
                Writes.fleets(
                        Kind.LINK,
                        "detach of DBRefs, with a version",
                        db -> db.fleets.routes.detach("east", route.ships(), "a", "c")),
                Writes.fleets(
                        Kind.LINK, "detach from one", db -> db.fleets.routes.detach("east", route.flagship(), "a")),
                Writes.houses(
                        Kind.LINK,
                        "detachAll",
                        db -> db.houses.houses.detachAll(Stock.OAK, house.windows(), house.owners())),
                Writes.houses(
                        Kind.LINK,
                        "detachAll through a back link",
                        db -> db.houses.persons.detachAll(id('2'), person.houses())));
    }

    private static Stream<Operation> care() {
        return Stream.of(
                Writes.houses(
                                Kind.CARE,
                                "repair, PULL",
                                db -> db.houses.houses.repair(house.windows(), RepairRule.PULL))
                        .typical(),
                Writes.houses(
                        Kind.CARE, "repair, UNSET", db -> db.houses.windows.repair(window.frame(), RepairRule.UNSET)),
                forms(Kind.CARE, "restore of one", db -> db.houses.houses.restore(house.door())),
                forms(Kind.CARE, "restore of a list", db -> db.houses.houses.restore(house.windows()))
                        .typical(),
                Writes.houses(Kind.CARE, "deleteOrphans", db -> db.houses.houses.deleteOrphans(house.windows()))
                        .typical(),
                Writes.fleets(Kind.CARE, "createIndexes", db -> db.fleets.ships.createIndexes())
                        .typical());
    }
}
