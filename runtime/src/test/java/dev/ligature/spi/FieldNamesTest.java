package dev.ligature.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldNamesTest {
    private static final FieldNames NAMES = FieldNames.of("_id", "name", "door");

    @Test
    void findsANameWhereItIsExpected() {
        assertThat(NAMES.indexOf("name", 1)).isEqualTo(1);
    }

    @Test
    void findsANameElsewhere() {
        assertThat(NAMES.indexOf("door", 0)).isEqualTo(2);
        assertThat(NAMES.indexOf("_id", 2)).isZero();
        assertThat(NAMES.indexOf("name", 3)).isEqualTo(1);
    }

    @Test
    void tellsThatANameIsNotThere() {
        assertThat(NAMES.indexOf("windows", 0)).isEqualTo(-1);
        assertThat(FieldNames.of().indexOf("name", 0)).isEqualTo(-1);
    }

    @Test
    void tellsNamesOfOneHashCodeApart() {
        FieldNames names = FieldNames.of("AaAa", "BBBB", "AaBB"); // "BBAa" has their hash code too

        assertThat(names.indexOf("BBBB", 0)).isEqualTo(1);
        assertThat(names.indexOf("AaBB", 0)).isEqualTo(2);
        assertThat(names.indexOf("BBAa", 0)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 9, 64, 1_000})
    void findsEachOfAnyNumberOfNames(int size) {
        FieldNames names = FieldNames.of(
                IntStream.range(0, size).mapToObj(i -> "field" + i).toArray(String[]::new));

        for (int place = 0; place < size; place++) {
            assertThat(names.indexOf("field" + place, 0)).isEqualTo(place);
        }
        assertThat(names.indexOf("field" + size, 0)).isEqualTo(-1);
    }
}
