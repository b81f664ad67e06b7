// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QPlanet.planet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ligature.DocumentNotFoundException;
import dev.ligature.VersionConflictException;
import dev.ligature.it.model.MoonRepository;
import dev.ligature.it.model.Planet;
import dev.ligature.it.model.PlanetRepository;
import dev.ligature.it.model.Stock;
import dev.ligature.it.model.StockRepository;
import dev.ligature.query.DeleteRule;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** A number is one id, whatever type it is stored with: somebody else's 5 may be an int32 where the declaration says long. */
class NumericIdIT {
    private static final String INT32 = "5";
    private static final String DOUBLE = "5.0";
    private static final String DECIMAL = "{$numberDecimal: '5'}";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final Houses db = new Houses(DATABASE.database());
    private final StockRepository stocks = new StockRepository(DATABASE.database());
    private final PlanetRepository planets = new PlanetRepository(DATABASE.database());
    private final MoonRepository moons = new MoonRepository(DATABASE.database());

    private void storeStock(String id, int version) {
        db.store("stocks", "{_id: " + id + ", amount: 1, version: {$numberLong: '" + version + "'}}");
    }

    private static BsonValue id(String json) {
        return BsonDocument.parse("{v: " + json + "}").get("v");
    }

    @ParameterizedTest
    @ValueSource(strings = {INT32, DOUBLE, DECIMAL})
    void saysOfAStaleDocumentThatItHasBeenChanged(String storedId) {
        storeStock(storedId, 2);
        Stock stale = new Stock(5L, 9, 1);

        for (Mono<Stock> write : List.of(stocks.replace(stale), stocks.save(stale))) {
            assertThat(catchThrowableOfType(VersionConflictException.class, () -> get(write))
                            .conflicts())
                    .containsExactly(new VersionConflictException.Conflict(5L, 1, 2));
        }
        assertThat(db.stored("stocks", new BsonDocument()).getNumber("amount").intValue())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {INT32, DOUBLE, DECIMAL})
    void savesADocumentUnderTheIdThatIsStored(String storedId) {
        storeStock(storedId, 1);
        db.store("planets", "{_id: " + storedId + ", moons: []}");

        get(stocks.save(new Stock(5L, 9, 1)));
        get(planets.save(Planet.of(5, 1, 2)));

        BsonDocument stock = db.stored("stocks", new BsonDocument());
        assertThat(stock.get("_id")).isEqualTo(id(storedId));
        assertThat(stock.getNumber("amount").intValue()).isEqualTo(9);
        assertThat(stock.getNumber("version").longValue()).isEqualTo(2);
        BsonDocument saved = db.stored("planets", new BsonDocument());
        assertThat(saved.get("_id")).isEqualTo(id(storedId));
        assertThat(saved.getArray("moons")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {INT32, DOUBLE, DECIMAL})
    void replacesADocumentUnderItsNumber(String storedId) {
        storeStock(storedId, 1);

        assertThat(get(stocks.replace(new Stock(5L, 9, 1))).version()).isEqualTo(2);

        assertThat(list(stocks.findAll())).containsExactly(new Stock(5L, 9, 2));
    }

    @Test
    void tellsAMissingDocumentFromAChangedOne() {
        storeStock(INT32, 1);

        assertThat(catchThrowableOfType(
                        DocumentNotFoundException.class, () -> get(stocks.replace(new Stock(6L, 9, 1)))))
                .hasMessageContaining("[6]");
    }

    @ParameterizedTest
    @ValueSource(strings = {INT32, DOUBLE, DECIMAL})
    void followsLinksToIt(String storedId) {
        db.store("moons", "{_id: " + storedId + "}");
        db.store("planets", "{_id: 1, moons: [{$numberLong: '5'}, " + storedId + "]}");

        assertThat(list(planets.dangling(planet.moons()))).isEmpty();
        get(planets.deleteById(1L, DeleteRule.DELETE_LINKS));

        assertThat(get(moons.count())).isZero();
    }
}
