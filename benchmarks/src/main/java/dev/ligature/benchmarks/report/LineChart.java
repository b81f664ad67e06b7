// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A line chart as SVG: one series over time, from 0.
 *
 * @param seconds when each value was taken
 */
record LineChart(String title, List<Double> seconds, List<Double> values) {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 220;
    private static final int LEFT = 60;
    private static final int RIGHT = 20;
    private static final int TOP = 40;
    private static final int BOTTOM = 40;
    private static final int TIMES = 6;

    LineChart {
        seconds = List.copyOf(seconds);
        values = List.copyOf(values);
    }

    String svg() {
        Axis scale = Axis.linear(Math.max(1, largest(values)));
        double last = Math.max(1, largest(seconds));
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        svg.text(16, 24, "start", 15, Svg.TEXT, true, title);
        for (double value : scale.ticks()) {
            double y = y(scale.position(value));
            svg.line(LEFT, y, WIDTH - RIGHT, y, Svg.TEXT);
            svg.text(LEFT - 8, y + 4, "end", 11, Svg.TEXT, false, Figures.plain(value));
        }
        for (int i = 0; i <= TIMES; i++) {
            double second = last * i / TIMES;
            svg.text(x(second / last), HEIGHT - 16, "middle", 11, Svg.TEXT, false, minutes(second));
        }
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            points.add(new double[] {x(seconds.get(i) / last), y(scale.position(values.get(i)))});
        }
        svg.path(points, Svg.BLUE);
        return svg.toString();
    }

    private static double largest(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    }

    private static String minutes(double seconds) {
        long whole = Math.round(seconds);
        return String.format("%d:%02d", whole / 60, whole % 60);
    }

    private static double x(double share) {
        return LEFT + (WIDTH - LEFT - RIGHT) * share;
    }

    private static double y(double share) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share;
    }
}
