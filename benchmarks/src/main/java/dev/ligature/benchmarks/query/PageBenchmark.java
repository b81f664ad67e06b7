// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Param;

/**
 * What links cost for a few roots of many: an indexed filter and a sorted page, with links fetched beside without; and filter, sort,
 * page and count through a link.
 */
public class PageBenchmark extends QueryBenchmark {
    @Param({
        "20 of 20,000 by index",
        "20 of 20,000 by index, links",
        "page of 20 by index",
        "page of 20 by index, links",
        "page and count through a link, 20,000",
        "page and count through a link, 200,000"
    })
    public String workload = "";

    @Param({
        Names.LOOKUP,
        Names.BATCH,
        Names.AUTO,
        Names.ON_DEMAND,
        Names.HAND_WRITTEN,
        Names.LOOKUP_THEN_MATCH,
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
