// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

/** Contenders that the report compares others with, by the names that the benchmarks give them. */
final class Contenders {
    static final String LIGATURE = "Ligature";
    static final String LOOKUP = "Ligature LOOKUP";
    static final String BATCH = "Ligature BATCH";
    static final String AUTO = "Ligature AUTO";
    static final String HAND_WRITTEN = "hand-written";
    static final String LOOKUP_THEN_MATCH = "hand-written lookup-then-match";
    static final String SPRING = "Spring Data";
    static final String UNLINKED = "driver, links not fetched";
    static final String DRIVER = "driver, two finds by hand";
    static final String PLAIN_JAVAC = "plain javac";
    static final String PROCESSOR = "with the processor";

    private Contenders() {}
}
