// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.internal.bson.StoredValue;
import dev.ligature.spi.bson.ValueCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueCodecsListTest {
    static Stream<Arguments> elements() {
        return Stream.of(
                Arguments.of(ValueCodecs.STRING, List.of("a", ""), "a string"),
                Arguments.of(ValueCodecs.INTEGER, List.of(1, Integer.MIN_VALUE), "an integer"),
                Arguments.of(ValueCodecs.LONG, List.of(1L, Long.MAX_VALUE), "an integer"),
                Arguments.of(ValueCodecs.DOUBLE, List.of(1.5, Double.NaN), "a number"),
                Arguments.of(ValueCodecs.OBJECT_ID, List.of(new ObjectId(1, 2)), "an ObjectId"),
                Arguments.of(ValueCodecs.SHORT, List.of((short) 1), "an integer"));
    }

    @ParameterizedTest
    @MethodSource("elements")
    <E> void keepsElementsAndNulls(ValueCodec<E> element, List<E> values) {
        List<@Nullable E> withNulls = new ArrayList<>(values);
        withNulls.add(0, null);
        withNulls.add(null);

        assertThat(read(ValueCodecs.list(element), write(ValueCodecs.list(element), withNulls)))
                .isEqualTo(withNulls);
    }

    @ParameterizedTest
    @MethodSource("elements")
    <E> void refusesAnElementThatDoesNotFit(ValueCodec<E> element, List<E> values, String expected) {
        BsonArray stored = write(ValueCodecs.list(element), values);
        stored.add(BsonDocument.parse("{}"));

        assertThatThrownBy(() -> read(ValueCodecs.list(element), stored))
                .hasMessage("expected " + expected + ", found DOCUMENT");
    }

    @Test
    void acceptsNumbersOfOtherTypesThatFit() {
        BsonArray stored = BsonArray.parse("[1, {$numberLong: '2'}, 3.0, {$numberDecimal: '4'}]");

        assertThat(read(ValueCodecs.list(ValueCodecs.INTEGER), stored)).containsExactly(1, 2, 3, 4);
        assertThat(read(ValueCodecs.list(ValueCodecs.LONG), stored)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(read(ValueCodecs.list(ValueCodecs.DOUBLE), stored)).containsExactly(1.0, 2.0, 3.0, 4.0);
    }

    @Test
    void readsListsOfAnySizeOneAfterAnother() {
        ValueCodec<List<Integer>> codec = ValueCodecs.list(ValueCodecs.INTEGER);
        for (int size : new int[] {1000, 0, 1, 300, 299, 11, 10, 100}) {
            List<Integer> values = IntStream.range(0, size).boxed().toList();

            List<Integer> read = read(codec, write(codec, values));

            assertThat(read).isEqualTo(values);
            read.add(7); // as any other list
            assertThat(read).hasSize(size + 1);
        }
    }

    @Test
    void refusesANullAmongPrimitives() {
        ValueCodec<int[]> codec = ValueCodecs.convertedList(
                ValueCodecs.INTEGER,
                list -> list.stream().mapToInt(Integer::intValue).toArray(),
                array -> Arrays.stream(array).boxed().toList());

        assertThat(write(codec, new int[] {1, 2})).isEqualTo(BsonArray.parse("[1, 2]"));
        assertThatThrownBy(() -> read(codec, BsonArray.parse("[1, null]")))
                .hasMessage("expected an integer, found NULL");
    }

    private static <V> BsonArray write(ValueCodec<V> codec, V value) {
        return StoredValue.of(codec, value).asArray();
    }

    private static <V> V read(ValueCodec<V> codec, BsonArray stored) {
        return StoredValue.read(codec, stored);
    }
}
