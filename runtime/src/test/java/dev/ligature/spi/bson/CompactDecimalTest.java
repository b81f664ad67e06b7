// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactDecimalTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "0E+10",
                "1",
                "-1",
                "12.50",
                "-12.50",
                "1E+6111",
                "1E-6176",
                "-1E-6176",
                "9223372036854775807",
                "-9223372036854775808",
                "4611686018427387904",
                "9999999999999999999999999999999999",
                "1E+6112",
                "0E+6200",
                "0E-6200"
            })
    void storesNumbersAsTheDriverDoes(String text) {
        BigDecimal value = new BigDecimal(text);

        assertThat(CompactDecimal.of(value)).isEqualTo(new Decimal128(value));
        assertThat(valueOf(new Decimal128(value))).isEqualTo(new Decimal128(value).bigDecimalValue());
    }

    @Test
    void storesRandomNumbersAsTheDriverDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            BigInteger unscaled = new BigInteger(1 + random.nextInt(112), random);
            BigDecimal value =
                    new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), random.nextInt(60) - 30);
            Decimal128 stored = new Decimal128(value);

            assertThat(CompactDecimal.of(value)).as("seed %s, %s", seed, value).isEqualTo(stored);
            assertThat(valueOf(stored)).as("seed %s, %s", seed, value).isEqualTo(value);
        }
    }

    @Test
    void readsWhateverIsStoredAsTheDriverDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long high = random.nextLong() & (random.nextBoolean() ? -1 : ~((1L << 49) - 1));
            Decimal128 stored = Decimal128.fromIEEE754BIDEncoding(high, random.nextLong() >>> random.nextInt(64));
            String description = "seed " + seed + ", " + Long.toHexString(high) + " " + stored.getLow();
            if (stored.isFinite() && !isNegativeZero(stored)) {
                assertThat(valueOf(stored)).as(description).isEqualTo(stored.bigDecimalValue());
            } else {
                assertThatThrownBy(() -> valueOf(stored)).as(description).isInstanceOf(ArithmeticException.class);
            }
        }
    }

    private static BigDecimal valueOf(Decimal128 stored) {
        return CompactDecimal.valueOf(stored.getHigh(), stored.getLow());
    }

    private static boolean isNegativeZero(Decimal128 stored) {
        return stored.isNegative()
                && stored.doubleValue() == 0
                && stored.toString().matches("-0(E.*|\\.0+)?");
    }
}
