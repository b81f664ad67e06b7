// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.enums;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.declarations.Stored.roundTrip;
import static dev.ligature.it.declarations.enums.QChair.chair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DocumentReadException;
import dev.ligature.it.declarations.Stored;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Constants are stored by the names that {@code @BsonProperty} gives them, and everything else follows. */
class EnumsIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final ChairRepository chairs = new ChairRepository(DATABASE.database());

    @Test
    void storesConstantsByTheirStoredNames() {
        Chair read = roundTrip(chairs, Chair.of(Wood.OAK), """
                {
                  wood: 'oak',
                  weight: 'light',
                  layers: ['oak', 'PINE'],
                  weights: ['HEAVY'],
                  samples: ['oak'],
                  parts: {leg: 'oak'},
                  finish: {veneer: 'BEECH', paint: 'light'}
                }
                """);

        assertThat(read).usingRecursiveComparison().ignoringFields("id").isEqualTo(Chair.of(Wood.OAK));
        assertThat(read.weight().orElseThrow().kilograms()).isEqualTo(1);
    }

    @Test
    void looksForStoredNames() {
        for (Wood wood : Wood.values()) {
            get(chairs.insert(Chair.of(wood)));
        }

        assertThat(list(chairs.find(chair.wood.eq(Wood.ASH)).all()))
                .extracting(Chair::wood)
                .containsExactly(Wood.ASH);
        assertThat(list(chairs.find(chair.wood.in(Wood.OAK, Wood.BEECH)).all()))
                .extracting(Chair::wood)
                .containsExactlyInAnyOrder(Wood.OAK, Wood.BEECH);
        assertThat(get(chairs.find(chair.wood.nin(Wood.OAK, Wood.BEECH)).count()))
                .isEqualTo(2);
        assertThat(get(chairs.find(chair.layers.contains(Wood.OAK)).count())).isEqualTo(1);
        assertThat(get(chairs.find(chair.layers.any(layer -> layer.ne(Wood.PINE)))
                        .count()))
                .isEqualTo(3);
        assertThat(get(chairs.find(chair.parts.key("leg").eq(Wood.BEECH)).count()))
                .isEqualTo(1);
        assertThat(get(chairs.find(chair.finish.veneer.eq(Wood.ASH)).count())).isEqualTo(4);
        assertThat(get(chairs.find(chair.finish.veneer.eq(Wood.BEECH)).count())).isZero();
    }

    @Test
    void sortsByStoredNames() {
        for (Wood wood : Wood.values()) {
            get(chairs.insert(Chair.of(wood)));
        }

        assertThat(list(chairs.find().sort(chair.wood.asc()).all()))
                .extracting(Chair::wood)
                .containsExactly(Wood.ASH, Wood.PINE, Wood.BEECH, Wood.OAK); // BEECH, PINE, beech, oak
    }

    @Test
    void updatesToStoredNames() {
        get(chairs.insert(Chair.of(Wood.OAK)));

        get(chairs.find(chair.wood.eq(Wood.OAK))
                .update(
                        chair.wood.set(Wood.BEECH),
                        chair.layers.push(Wood.BEECH),
                        chair.finish.paint.set(Weight.HEAVY)));

        BsonDocument stored = Stored.in(chairs);
        assertThat(stored.getString("wood").getValue()).isEqualTo("beech");
        assertThat(stored.getArray("layers").get(2).asString().getValue()).isEqualTo("beech");
        assertThat(get(chairs.find().one()).finish()).isEqualTo(new Chair.Finish(Wood.ASH, Weight.HEAVY));
    }

    @Test
    void showsStoredNamesAsConstants() {
        get(chairs.insert(Chair.of(Wood.BEECH)));

        assertThat(get(chairs.find().as(ChairCard.class).one()))
                .isEqualTo(new ChairCard(Wood.BEECH, List.of(Wood.BEECH, Wood.PINE), Wood.ASH));
    }

    @Test
    void namesTheStoredNamesOfAConstantThatIsUnknown() {
        Stored.put(chairs, "{_id: {$oid: '65f0c0ffee0123456789abcd'}, wood: 'OAK'}");

        assertThatThrownBy(() -> get(chairs.find().one()))
                .isInstanceOf(DocumentReadException.class)
                .hasMessageContaining("\"wood\": expected one of [oak, BEECH, beech, PINE], found \"OAK\"");
    }
}
