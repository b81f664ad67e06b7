// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.internal.bson.StoredValue;
import dev.ligature.spi.bson.ValueCodec;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnumCodecTest {
    private final ValueCodec<Wood> codec = ValueCodecs.enumeration(Wood.class);

    @SuppressWarnings("UnicodeInCode") // constants have such names, too
    enum Wood {
        OAK,
        OAKEN,
        MAPLE_OF_CANADA,
        MAPLE_OF_THE_OLD_WORLD,
        MAPLE_OF_THE_NEW_WORLD,
        ÉRABLE
    }

    @ParameterizedTest
    @EnumSource
    void storesAConstantAsItsName(Wood wood) {
        assertThat(StoredValue.of(codec, wood)).isEqualTo(new BsonString(wood.name()));
        assertThat(StoredValue.read(codec, new BsonString(wood.name()))).isEqualTo(wood);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "OA", "OAKE", "oak", "OAK\0", "OAK\0N", "MAPLE_OF_THE_BAD_WORLD", "MAPLE_OF_THE_OLD_WORLDS"})
    void refusesOtherTexts(String text) {
        assertThatThrownBy(() -> StoredValue.read(codec, new BsonString(text)))
                .hasMessageStartingWith("expected one of [OAK, OAKEN, MAPLE_OF_CANADA,")
                .hasMessageContaining(", found \"");
    }

    @Test
    void refusesOtherTypes() {
        assertThatThrownBy(() -> StoredValue.read(codec, new BsonInt32(1)))
                .hasMessage("expected a string, found INT32");
    }

    @Test
    void storesAConstantByTheNameThatItIsGiven() {
        ValueCodec<Wood> renamed = ValueCodecs.enumeration(
                EnumNames.of(Wood.class).with("OAK", "o").with("OAKEN", "OAK").with("GONE", "OAKEN"));

        assertThat(StoredValue.of(renamed, Wood.OAK)).isEqualTo(new BsonString("o"));
        assertThat(StoredValue.of(renamed, Wood.OAKEN)).isEqualTo(new BsonString("OAK"));
        assertThat(StoredValue.of(renamed, Wood.MAPLE_OF_CANADA)).isEqualTo(new BsonString("MAPLE_OF_CANADA"));
        assertThat(StoredValue.read(renamed, new BsonString("o"))).isEqualTo(Wood.OAK);
        assertThat(StoredValue.read(renamed, new BsonString("OAK"))).isEqualTo(Wood.OAKEN);
        assertThatThrownBy(() -> StoredValue.read(renamed, new BsonString("OAKEN")))
                .hasMessageStartingWith("expected one of [o, OAK, MAPLE_OF_CANADA,")
                .hasMessageEndingWith(", found \"OAKEN\"");
    }
}
