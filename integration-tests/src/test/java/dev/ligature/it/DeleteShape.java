// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.model.QFleet.fleet;
import static dev.ligature.it.model.QHouse.house;

import dev.ligature.query.DeleteRule;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A delete, and what is there before it. */
@SuppressWarnings("ImmutableEnumChecker") // functions have no state
public enum DeleteShape {
    /** Three levels, frames shared within the house and a window with another one. */
    LINKS_OF_A_HOUSE(Stock::houses, db -> db.houses.houses.deleteById(Stock.OAK, DeleteRule.DELETE_LINKS)),
    LINKS_OF_TWO_HOUSES(
            Stock::houses,
            db -> db.houses.houses.find(house.name.in("Oak", "Elm")).delete(DeleteRule.DELETE_LINKS)),
    LINKS_OF_A_COLLECTION_TO_ITSELF(Stock::trees, db -> db.houses.trees.deleteById("root", DeleteRule.DELETE_LINKS)),
    LINKS_OF_COLLECTIONS_IN_A_CIRCLE(Stock::planets, db -> db.fleets.planets.deleteById(1L, DeleteRule.DELETE_LINKS)),
    LINKS_TO_WHAT_HAS_RULES(Stock::fleets, db -> db.fleets.routes.deleteById("east", DeleteRule.DELETE_LINKS)),
    ORPHANS_OF_A_HOUSE(Stock::houses, db -> db.houses.houses.deleteById(Stock.OAK, DeleteRule.DELETE_ORPHANS)),
    ORPHANS_OF_TWO_HOUSES(
            Stock::houses,
            db -> db.houses.houses.find(house.name.in("Oak", "Elm")).delete(DeleteRule.DELETE_ORPHANS)),
    ORPHANS_OF_A_COLLECTION_TO_ITSELF(
            Stock::trees, db -> db.houses.trees.deleteById("root", DeleteRule.DELETE_ORPHANS)),
    ORPHANS_WITH_RULES(Stock::fleets, db -> db.fleets.routes.deleteById("north", DeleteRule.DELETE_ORPHANS)),
    CASCADE(Stock::fleets, db -> db.fleets.fleets.deleteById("1")),
    CASCADES(Stock::fleets, db -> db.fleets.fleets.find(fleet.id.in("1", "2")).delete()),
    UNLINK(Stock::fleets, db -> db.fleets.ships.deleteById("b"));

    private final Consumer<Stock> fill;
    private final Function<Stock, Mono<Long>> delete;

    DeleteShape(Consumer<Stock> fill, Function<Stock, Mono<Long>> delete) {
        this.fill = fill;
        this.delete = delete;
    }

    /** Stores what is there before the delete. */
    public void fill(Stock stock) {
        fill.accept(stock);
    }

    /** The delete. */
    public Mono<Long> delete(Stock stock) {
        return delete.apply(stock);
    }

    /** Whether links of the documents that are deleted may dangle meanwhile. */
    public boolean followsLinks() {
        return name().startsWith("LINKS") || name().startsWith("ORPHANS");
    }
}
