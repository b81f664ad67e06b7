// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A bar chart as SVG: groups of horizontal bars.
 *
 * @param axis what the figures are, shown below
 * @param tick how a figure on the axis is written
 */
record BarChart(String title, String axis, DoubleFunction<String> tick, List<Group> groups) {
    private static final int WIDTH = 860;
    private static final int LEFT = 250;
    private static final int RIGHT = 190;
    private static final int TOP = 44;
    private static final int GROUP = 28;
    private static final int BAR = 20;
    private static final int BOTTOM = 48;

    private static final String TEXT = Svg.TEXT;
    private static final String OURS = Svg.BLUE;
    private static final String THEIRS = "#a8926a";

    BarChart {
        groups = List.copyOf(groups);
    }

    record Group(String label, List<Bar> bars) {
        Group {
            bars = List.copyOf(bars);
        }
    }

    /**
     * @param text the figure as it is written behind the bar
     * @param ours ours have a colour of their own
     */
    record Bar(String label, double value, String text, boolean ours) {}

    String svg() {
        int plot = WIDTH - LEFT - RIGHT;
        int height = TOP
                + groups.stream()
                        .mapToInt(group -> GROUP + group.bars().size() * BAR)
                        .sum()
                + BOTTOM;
        Axis scale = Axis.of(groups.stream()
                .flatMap(group -> group.bars().stream().map(Bar::value))
                .toList());
        Svg svg = new Svg(WIDTH, height, title);
        svg.text(16, 24, "start", 15, TEXT, true, title);
        for (double value : scale.ticks()) {
            double x = LEFT + plot * scale.position(value);
            svg.line(x, TOP, x, height - BOTTOM, TEXT);
            svg.text(x, height - BOTTOM + 16, "middle", 11, TEXT, false, tick.apply(value));
        }
        svg.text(
                LEFT + plot / 2.0,
                height - 10,
                "middle",
                11,
                TEXT,
                false,
                scale.logarithmic() ? axis + " (logarithmic)" : axis);
        double y = TOP;
        for (Group group : groups) {
            svg.text(16, y + 18, "start", 13, TEXT, true, group.label());
            y += GROUP;
            for (Bar bar : group.bars()) {
                double width = Math.max(1, plot * scale.position(bar.value()));
                svg.text(LEFT - 8, y + 13, "end", 12, TEXT, bar.ours(), bar.label());
                svg.bar(LEFT, y + 2, width, BAR - 5, bar.ours() ? OURS : THEIRS);
                svg.text(LEFT + width + 6, y + 13, "start", 11, TEXT, false, bar.text());
                y += BAR;
            }
        }
        return svg.toString();
    }
}
