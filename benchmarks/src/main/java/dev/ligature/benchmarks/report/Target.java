// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What the suite must show.
 *
 * @param work what is done
 * @param goal how good it must be, in words
 * @param measure what the results say to it; nothing where they say nothing yet
 */
record Target(String work, String goal, Function<Results, List<Outcome>> measure) {
    private static final int SHOWN = 4;

    /**
     * One figure of a target.
     *
     * @param label what it was measured on
     * @param measured the figure, for people
     * @param strain how much of what is allowed it takes: met up to 1
     */
    record Outcome(String label, String measured, double strain) {
        static Outcome atMost(String label, double measured, double limit) {
            return new Outcome(label, Figures.ratio(measured), measured / limit);
        }

        static Outcome atLeast(String label, double measured, double limit) {
            return new Outcome(label, Figures.ratio(measured), limit / measured);
        }

        boolean met() {
            return strain <= 1;
        }

        String text() {
            return label + ": " + measured;
        }
    }

    /** One row of the report's table: what was missed, or came nearest to it, first. */
    List<String> row(Results results) {
        List<Outcome> outcomes = measure.apply(results).stream()
                .sorted(Comparator.comparingDouble(Outcome::strain).reversed())
                .toList();
        if (outcomes.isEmpty()) {
            return List.of(work, goal, "not measured", "?");
        }
        int missed = (int) outcomes.stream().filter(outcome -> !outcome.met()).count();
        int shown = Math.min(outcomes.size(), Math.max(SHOWN, missed));
        String measured = String.join(
                "<br>", outcomes.subList(0, shown).stream().map(Outcome::text).toList());
        if (shown < outcomes.size()) {
            measured += String.format(Locale.ROOT, "<br>and %d better ones", outcomes.size() - shown);
        }
        String met =
                missed == 0 ? "yes" : String.format(Locale.ROOT, "**no**: %d of %d missed", missed, outcomes.size());
        return List.of(work, goal, measured, met);
    }
}
