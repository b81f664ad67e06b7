// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Param;

/**
 * Reading 1,000 houses that share 50 targets: a join sends each target once per house, a batch once.
 */
public class SharedTargetsBenchmark extends QueryBenchmark {
    @Param({"1,000 houses over 50 doors", "1,000 houses over 50 doors and 50 windows"})
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
