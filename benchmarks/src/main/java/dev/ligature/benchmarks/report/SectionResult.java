// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run of a section gave.
 *
 * @param section the section's name
 * @param command what repeats the run
 * @param environment when, on what machine and with which versions, in the order in which the report shows it
 * @param contenders how those do their work whose name alone does not say it
 */
public record SectionResult(
        String section,
        String command,
        Map<String, String> environment,
        Map<String, String> contenders,
        List<Measurement> measurements) {
    public SectionResult {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        contenders = Collections.unmodifiableMap(new LinkedHashMap<>(contenders));
        measurements = List.copyOf(measurements);
    }
}
