// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Param;

/**
 * A filter through a link with 400 matches, as the collection grows: answered from the link's other end, its cost follows the matches;
 * joined before it is matched, the collection.
 */
public class LinkedFilterBenchmark extends QueryBenchmark {
    @Param({"400 of 20,000 through a link", "400 of 200,000 through a link"})
    public String workload = "";

    @Param({
        Names.AUTO,
        Names.HAND_WRITTEN,
        Names.LOOKUP_THEN_MATCH,
        Names.SPRING_REFERENCE,
        Names.SPRING_LOOKUP,
        Names.SPRING_BATCH,
        Names.MICRONAUT_JOIN,
        Names.MORPHIA,
        Names.MORPHIA_LOOKUP
    })
    public String contender = "";

    @Override
    Supplier<Answer> prepare() {
        return HouseTable.prepare(workload, contender);
    }
}
