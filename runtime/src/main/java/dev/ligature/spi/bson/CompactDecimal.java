// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import java.math.BigDecimal;
import org.bson.types.Decimal128;

/**
 * Converts decimal numbers of up to 18 digits, which nearly all have, to and from their stored form without numbers of
 * arbitrary size in between. All others are left to the driver.
 */
public final class CompactDecimal {
    private static final int EXPONENT_AT = 49;
    private static final int EXPONENT_OFFSET = 6176;
    private static final int MOST_EXPONENT = 6111;
    private static final int MOST_DIGITS = 18;
    /**
     * Everything in the higher half except the exponent of a number whose coefficient fits into the lower half, and its
     * sign.
     */
    private static final long COEFFICIENT = (1L << EXPONENT_AT) - 1;

    private static final long SIGN = 1L << 63;
    /** Not a number, infinite, or with a coefficient that is too large. */
    private static final long SPECIAL = 3L << 61;

    private CompactDecimal() {}

    /** The stored form of a number. */
    public static Decimal128 of(BigDecimal value) {
        int exponent = -value.scale();
        if (value.precision() > MOST_DIGITS || exponent < -EXPONENT_OFFSET || exponent > MOST_EXPONENT) {
            return new Decimal128(value);
        }
        long coefficient = value.scaleByPowerOfTen(-exponent).longValue();
        long high = (long) (exponent + EXPONENT_OFFSET) << EXPONENT_AT;
        return Decimal128.fromIEEE754BIDEncoding(coefficient < 0 ? high | SIGN : high, Math.abs(coefficient));
    }

    /**
     * The number in a stored form.
     *
     * @throws ArithmeticException if it is not finite, or is a negative zero
     */
    public static BigDecimal valueOf(long high, long low) {
        if ((high & SPECIAL) == SPECIAL || (high & COEFFICIENT) != 0 || low <= 0) {
            return Decimal128.fromIEEE754BIDEncoding(high, low).bigDecimalValue();
        }
        int exponent = (int) ((high & ~SIGN) >>> EXPONENT_AT) - EXPONENT_OFFSET;
        return BigDecimal.valueOf(high < 0 ? -low : low, -exponent);
    }
}
