// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static dev.ligature.it.faults.Writes.id;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QWindow.window;

import dev.ligature.it.DeleteShape;
import dev.ligature.it.Stock;
import dev.ligature.it.faults.Operation.Again;
import dev.ligature.it.faults.Operation.Between;
import dev.ligature.it.faults.Operation.Kind;
import dev.ligature.it.model.Contract;
import dev.ligature.link.Ref;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/** The deletes that the harness breaks: alone, along links, by the rules of back links. */
final class Deletes {
    private Deletes() {}

    static Stream<Operation> all() {
        Stream<Operation> named = Stream.of(
                Writes.houses(Kind.DELETE, "deleteById", db -> db.houses.doors.deleteById(id('1'))),
                Writes.houses(Kind.DELETE, "delete", db -> db.houses.doors.delete(Writes.door(id('1')))),
                Writes.houses(
                        Kind.DELETE,
                        "delete by a condition",
                        db -> db.houses.windows.find(window.width.gte(5)).delete()),
                Writes.houses(
                        Kind.DELETE,
                        "delete through a link",
                        db -> db.houses.houses.find(house.windows().width.eq(1)).delete()),
                Writes.houses(Kind.DELETE, "delete through a join", db -> db.houses
                        .houses
                        .find(house.windows().width.eq(1))
                        .semiJoinBound(0)
                        .delete()),
                contracts("RESTRICT", "dan", Optional.empty(), db -> db.fleets.sailors.deleteById("dan"))
                        .again(Again.REFUSED),
                contracts("RESTRICT of what goes too", "dan", Optional.of("d"), db -> db.fleets.ships.deleteById("d"))
                        .between(Between.NOTHING_DANGLES));
        return Stream.of(named, embedded(), Arrays.stream(DeleteShape.values()).map(Deletes::shape))
                .flatMap(each -> each);
    }

    /** By the rules of back links over links of embedded values. */
    private static Stream<Operation> embedded() {
        return Stream.of(
                recipes("CASCADE of embedded links", db -> db.shop.ingredients.deleteById("salt")),
                recipes("UNLINK of embedded links", db -> db.shop.tools.deleteById("whisk")));
    }

    private static Operation recipes(String name, Function<Stock, ? extends Publisher<?>> call) {
        return new Operation(
                Kind.DELETE,
                name,
                List.of("recipes", "ingredients", "tools"),
                Stock::recipes,
                Writes.alone(call),
                Again.ENDS,
                Between.NOTHING_DANGLES);
    }

    private static Operation contracts(
            String name, String sailor, Optional<String> ship, Function<Stock, ? extends Publisher<?>> call) {
        Consumer<Stock> fill = db -> {
            db.fleets();
            db.fleets
                    .contracts
                    .insert(new Contract("x", Ref.to(sailor), ship.map(Ref::to)))
                    .block();
        };
        return new Operation(
                Kind.DELETE, name, Writes.FLEETS, fill, Writes.alone(call), Again.ENDS, Between.EACH_DOCUMENT_WHOLE);
    }

    private static Operation shape(DeleteShape shape) {
        Operation delete = new Operation(
                Kind.DELETE,
                shape.name(),
                collections(shape),
                shape::fill,
                Writes.alone(shape::delete),
                Again.ENDS,
                shape.followsLinks() ? Between.DELETED_ONES_DANGLE : Between.NOTHING_DANGLES);
        return shape == DeleteShape.LINKS_OF_A_HOUSE ? delete.typical() : delete;
    }

    private static List<String> collections(DeleteShape shape) {
        return switch (shape) {
            case LINKS_OF_A_HOUSE, LINKS_OF_TWO_HOUSES, ORPHANS_OF_A_HOUSE, ORPHANS_OF_TWO_HOUSES -> Writes.HOUSES;
            case LINKS_OF_A_COLLECTION_TO_ITSELF, ORPHANS_OF_A_COLLECTION_TO_ITSELF -> List.of("trees");
            case LINKS_OF_COLLECTIONS_IN_A_CIRCLE -> List.of("planets", "moons");
            default -> Writes.FLEETS;
        };
    }
}
