// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.suite;

import dev.ligature.benchmarks.report.Measurement;
import java.util.List;
import java.util.Map;

/**
 * A part of the suite that can be run by itself.
 *
 * @param name names the file of its results
 * @param contenders how those do their work whose name alone does not say it
 */
record Section(String name, Map<String, String> contenders, Body body) {
    Section(String name, Body body) {
        this(name, Map.of(), body);
    }

    Section with(Map<String, String> described) {
        return new Section(name, described, body);
    }

    /** What it measures. */
    interface Body {
        List<Measurement> measure(Conditions conditions) throws Exception;
    }
}
