// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class DiscriminatorTest {
    private final Discriminator car = new Discriminator("_t", List.of("car"));
    private final Discriminator motorized = new Discriminator("_t", List.of("car", "bus"));

    @Test
    void restrictsAFilterToItsValues() {
        assertThat(car.restricted(parse("{plate: 'x'}"))).isEqualTo(parse("{plate: 'x', _t: 'car'}"));
        assertThat(motorized.restricted(parse("{$or: [{a: 1}, {b: 2}]}")))
                .isEqualTo(parse("{$or: [{a: 1}, {b: 2}], _t: {$in: ['car', 'bus']}}"));
    }

    @Test
    void leavesTheGivenFilterAsItIs() {
        BsonDocument filter = parse("{plate: 'x'}");

        car.restricted(filter);

        assertThat(filter).isEqualTo(parse("{plate: 'x'}"));
    }

    @Test
    void restrictsOnce() {
        assertThat(car.restricted(car.restricted(parse("{plate: 'x'}")))).isEqualTo(parse("{plate: 'x', _t: 'car'}"));
    }

    @Test
    void keepsAnotherConditionOnTheSameField() {
        assertThat(car.restricted(parse("{_t: {$ne: 'bus'}}")))
                .isEqualTo(parse("{$and: [{_t: {$ne: 'bus'}}, {_t: 'car'}]}"));
    }

    @Test
    void tellsStoredDocumentsApart() {
        assertThat(motorized.isOf(parse("{_t: 'bus'}"))).isTrue();
        assertThat(motorized.isOf(parse("{_t: 'bike'}"))).isFalse();
        assertThat(motorized.isOf(parse("{_t: 1}"))).isFalse();
        assertThat(motorized.isOf(parse("{}"))).isFalse();
    }

    @Test
    void saysWhichValuesAreKnown() {
        assertThat(motorized.refused("plane")).hasMessage("expected one of \"car\", \"bus\", found \"plane\"");
        assertThat(motorized.refused(null)).hasMessage("required, but missing; one of \"car\", \"bus\"");
    }

    private static BsonDocument parse(String json) {
        return BsonDocument.parse(json);
    }
}
