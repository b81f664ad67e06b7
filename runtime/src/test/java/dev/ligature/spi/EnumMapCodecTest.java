// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.internal.bson.StoredValue;
import dev.ligature.spi.bson.ValueCodec;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnumMapCodecTest {
    private final ValueCodec<Map<Size, @Nullable Integer>> codec =
            ValueCodecs.enumMap(EnumNames.of(Size.class).with("SMALL", "s"), ValueCodecs.INTEGER);

    enum Size {
        SMALL,
        MEDIUM,
        LARGE
    }

    @Test
    void storesKeysByTheirStoredNames() {
        Map<Size, @Nullable Integer> counts = new EnumMap<>(Map.of(Size.LARGE, 3, Size.SMALL, 1));

        assertThat(StoredValue.of(codec, counts).asDocument().toJson()).isEqualTo("{\"s\": 1, \"LARGE\": 3}");
        assertThat(StoredValue.of(codec, Map.of())).isEqualTo(new BsonDocument());
    }

    @Test
    void readsKeysInTheStoredOrderAndNulls() {
        Map<Size, @Nullable Integer> counts = new LinkedHashMap<>();
        counts.put(Size.LARGE, 3);
        counts.put(Size.MEDIUM, null);
        counts.put(Size.SMALL, 1);

        Map<Size, @Nullable Integer> read =
                StoredValue.read(codec, BsonDocument.parse("{LARGE: 3, MEDIUM: null, s: 1}"));

        assertThat(read).containsExactlyEntriesOf(counts);
        assertThat(StoredValue.read(codec, StoredValue.of(codec, counts))).containsExactlyEntriesOf(counts);
    }

    @Test
    void refusesKeysThatAreNoConstants() {
        assertThatThrownBy(() -> StoredValue.read(codec, BsonDocument.parse("{s: 1, SMALL: 2}")))
                .hasMessage("expected a key that is one of [s, MEDIUM, LARGE], found \"SMALL\"");
    }

    @Test
    void refusesOtherTypes() {
        assertThatThrownBy(() -> StoredValue.read(codec, new BsonInt32(1)))
                .hasMessage("expected a document, found INT32");
    }

    @Test
    void refusesToStoreANullKey() {
        Map<Size, @Nullable Integer> counts = new HashMap<>();
        counts.put(null, 1);

        assertThatThrownBy(() -> StoredValue.of(codec, counts)).hasMessage("a key of the map is null");
    }
}
