// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps values to positions between 0 and 1.
 *
 * @param from the value at 0
 * @param to the value at 1
 * @param ticks where lines are drawn
 */
record Axis(boolean logarithmic, double from, double to, List<Double> ticks) {
    /** From here on a linear axis would hide the smaller ones. */
    private static final double WIDE = 10;

    static Axis of(List<Double> values) {
        double largest = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double smallest = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> value > 0)
                .min()
                .orElse(1);
        return largest / smallest > WIDE ? logarithmic(smallest, largest) : linear(largest);
    }

    static Axis linear(double largest) {
        double step = Math.pow(10, Math.floor(Math.log10(largest)));
        step = largest / step < 2 ? step / 5 : largest / step < 5 ? step / 2 : step;
        int steps = (int) Math.ceil(largest / step);
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            ticks.add(i * step);
        }
        return new Axis(false, 0, steps * step, ticks);
    }

    private static Axis logarithmic(double smallest, double largest) {
        // A whole power below the smallest would leave it without a bar.
        int first = (int) Math.floor(Math.log10(smallest / 1.5));
        int last = (int) Math.ceil(Math.log10(largest));
        List<Double> ticks = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            ticks.add(Math.pow(10, power));
        }
        return new Axis(true, Math.pow(10, first), Math.pow(10, last), ticks);
    }

    double position(double value) {
        return logarithmic
                ? Math.log(Math.max(value, from) / from) / Math.log(to / from)
                : (value - from) / (to - from);
    }
}
