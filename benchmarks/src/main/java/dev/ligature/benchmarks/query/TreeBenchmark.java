// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Param;

/**
 * Reading a tree whose nodes link to nodes of the same collection, five levels below the root: 363 linked nodes.
 */
public class TreeBenchmark extends QueryBenchmark {
    @Param({"1 tree", "20 trees"})
    public String workload = "";

    @Param({
        Names.LOOKUP,
        Names.BATCH,
        Names.AUTO,
        Names.ON_DEMAND,
        Names.HAND_WRITTEN,
        Names.HAND_WRITTEN_GRAPH,
        Names.SPRING_REFERENCE,
        Names.SPRING_GRAPH,
        Names.SPRING_FLAT_MAP,
        Names.MICRONAUT_JOIN,
        Names.MORPHIA
    })
    public String contender = "";

    @Override
    Supplier<Answer> prepare() {
        return TreeTable.prepare(workload, contender);
    }
}
