// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import java.util.Set;

/**
 * A table of the report and its plot.
 *
 * @param key names the plot's file and the remark
 * @param section whose results it shows
 * @param operation which of the section's operations; empty where there is but one
 * @param baseline the contender whom the others are compared with; empty where only the figures themselves say something
 * @param lesserWork contenders that do less than the others and so cannot win
 */
record Table(
        String key,
        String section,
        String operation,
        String title,
        String text,
        String baseline,
        Set<String> lesserWork) {
    Table {
        lesserWork = Set.copyOf(lesserWork);
    }

    static Table of(String key, String title, String text, String baseline, String... lesserWork) {
        return new Table(key, key, "", title, text, baseline, Set.of(lesserWork));
    }

    boolean hasBaseline() {
        return !baseline.isEmpty();
    }
}
