// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Param;

/**
 * Reading houses with their links: one link and eleven, 100 and 1,000 houses out of 20,000, chosen by an indexed field.
 */
public class LinkFetchBenchmark extends QueryBenchmark {
    @Param({
        "100 houses, door",
        "100 houses, door and 10 windows",
        "1,000 houses, door",
        "1,000 houses, door and 10 windows"
    })
    public String workload = "";

    @Param({
        Names.LOOKUP,
        Names.BATCH,
        Names.AUTO,
        Names.ON_DEMAND,
        Names.HAND_WRITTEN,
        Names.SPRING_REFERENCE,
        Names.SPRING_LOOKUP,
        Names.SPRING_FLAT_MAP,
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
