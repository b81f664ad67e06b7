// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as the report writes them: no more digits than the measurement has. */
final class Figures {
    private Figures() {}

    static String threeDigits(double value) {
        return digits(value, 3);
    }

    static String twoDigits(double value) {
        return digits(value, 2);
    }

    static String ratio(double value) {
        return (value < 10 ? String.format(Locale.ROOT, "%.2f", value) : threeDigits(value)) + " ×";
    }

    /** The shortest way to write a round number. */
    static String plain(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String digits(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        // Rounded first: 9.996 has one digit before the point, and 10.0 two.
        double rounded = new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_UP))
                .doubleValue();
        int decimals = Math.max(0, digits - 1 - (int) Math.floor(Math.log10(Math.abs(rounded))));
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
