// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.enums;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.declarations.Stored.roundTrip;
import static dev.ligature.it.declarations.Stored.serverRefuses;
import static dev.ligature.it.declarations.enums.QShed.shed;
import static dev.ligature.it.declarations.enums.QYard.yard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DocumentReadException;
import dev.ligature.it.declarations.Stored;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps with the constants of an enum as keys: stored by the stored names, and found by the constants. */
class EnumKeysIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final YardRepository yards = new YardRepository(DATABASE.database());
    private final ShedRepository sheds = new ShedRepository(DATABASE.database());

    @Test
    void storesKeysByTheirStoredNames() {
        Yard filled = new Yard(
                null,
                Map.of(Wood.OAK, 3),
                Map.of(Wood.BEECH, new Yard.Pile(2, Map.of(Weight.LIGHT, 5))),
                Map.of(Wood.PINE, List.of("dry", "old")),
                Optional.of(Map.of(Weight.HEAVY, Wood.ASH)),
                Map.of("north", Map.of(Wood.OAK, 1L << 40)),
                List.of(Map.of(Wood.ASH, 1), Map.of()));

        Yard read = roundTrip(yards, filled, """
                {
                  counts: {oak: 3},
                  piles: {beech: {height: 2, pieces: {light: 5}}},
                  labels: {PINE: ['dry', 'old']},
                  woods: {HEAVY: 'BEECH'},
                  byPlace: {north: {oak: {$numberLong: '1099511627776'}}},
                  history: [{BEECH: 1}, {}]
                }
                """);

        assertThat(read).usingRecursiveComparison().ignoringFields("id").isEqualTo(filled);
    }

    @ParameterizedTest
    @DisabledOnEmbedded("validators of collections")
    @ValueSource(
            strings = {
                "{$set: {'counts.oak': 'three'}}",
                "{$set: {'piles.beech.height': 'two'}}",
                "{$set: {'piles.beech.pieces.light': 'five'}}",
                "{$set: {'labels.PINE': 'dry'}}",
                "{$set: {'woods.HEAVY': 'ASH'}}", // stored by another name
                "{$set: {'history.0.BEECH': 'one'}}"
            })
    void letsTheServerCheckTheValuesOfKeys(String change) {
        yards.createCollection().block();
        Stored.put(yards, """
                {
                  counts: {oak: 3, unknown: 'three'},
                  piles: {beech: {height: 2, pieces: {light: 5}}},
                  labels: {PINE: ['dry', null]},
                  woods: {HEAVY: 'BEECH'},
                  byPlace: {},
                  history: [{BEECH: 1}, null]
                }
                """);

        serverRefuses(yards, change);
    }

    @Test
    void keepsTheStoredOrderOfKeys() {
        Stored.put(yards, "{counts: {PINE: 1, BEECH: 2, oak: 3}, piles: {}, labels: {}, byPlace: {}, history: []}");

        Yard read = get(yards.find().one());

        assertThat(read.counts().keySet()).containsExactly(Wood.PINE, Wood.ASH, Wood.OAK);
        get(yards.replace(read));
        assertThat(Stored.in(yards).getDocument("counts").keySet()).containsExactly("PINE", "BEECH", "oak");
    }

    @Test
    void findsByTheValueOfAKey() {
        get(yards.insert(Yard.of(Map.of(Wood.OAK, 3, Wood.ASH, 7))));
        get(yards.insert(Yard.of(Map.of(Wood.OAK, 5, Wood.BEECH, 7))));

        assertThat(get(yards.find(yard.counts.key(Wood.OAK).gt(3)).count())).isEqualTo(1);
        assertThat(get(yards.find(yard.counts.key(Wood.ASH).exists()).count())).isEqualTo(1);
        assertThat(get(yards.find(yard.counts.key(Wood.BEECH).eq(7)).count())).isEqualTo(1);
        assertThat(get(yards.find(yard.counts.eq(Map.of(Wood.PINE, 1))).count()))
                .isZero();
        assertThat(list(yards.find().sort(yard.counts.key(Wood.OAK).desc()).all()))
                .extracting(each -> each.counts().get(Wood.OAK))
                .containsExactly(5, 3);
        assertThat(yard.counts.key(Wood.ASH)).hasToString("Yard.counts.BEECH");
    }

    @Test
    void updatesTheValueOfAKey() {
        get(yards.insert(Yard.of(Map.of(Wood.OAK, 3, Wood.ASH, 7))));

        get(yards.find()
                .update(
                        yard.counts.key(Wood.OAK).inc(2),
                        yard.counts.key(Wood.BEECH).set(1),
                        yard.counts.key(Wood.ASH).unset(),
                        yard.piles.key(Wood.OAK).set(new Yard.Pile(1, Map.of(Weight.HEAVY, 2)))));

        Yard read =
                get(yards.find(yard.piles.key(Wood.OAK).pieces.key(Weight.HEAVY).eq(2))
                        .one());
        assertThat(read.counts()).isEqualTo(Map.of(Wood.OAK, 5, Wood.BEECH, 1));
    }

    @Test
    void namesTheStoredNamesOfAKeyThatIsUnknown() {
        Stored.put(yards, "{counts: {oak: 3, OAK: 4}, piles: {}, labels: {}, byPlace: {}, history: []}");

        assertThatThrownBy(() -> get(yards.find().one()))
                .isInstanceOf(DocumentReadException.class)
                .hasMessageContaining(
                        "\"counts.OAK\": expected a key that is one of [oak, BEECH, beech, PINE], found \"OAK\"");
    }

    @Test
    void storesAnEnumMapOfAClassAndAnEnumOfASealedType() {
        Shed built = new Shed();
        built.counts.put(Wood.OAK, 2);

        Shed read = roundTrip(
                sheds,
                built,
                "{counts: {oak: 2}, roof: {_t: 'dev.ligature.it.declarations.enums.Shed$Flat', name: 'felt'}}");

        assertThat(read.counts).isEqualTo(Map.of(Wood.OAK, 2));
        assertThat(read.roof).isEqualTo(Shed.Flat.FELT);
        assertThat(get(sheds.find(shed.roof.eq(Shed.Flat.FELT)).count())).isEqualTo(1);
        assertThat(get(sheds.find(shed.roof.eq(Shed.Flat.TIN)).count())).isZero();
    }
}
