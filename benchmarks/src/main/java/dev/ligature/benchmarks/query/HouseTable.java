// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Makes a workload ready for a contender: data loaded, contender opened, its answer verified. */
final class HouseTable {
    private static final Map<String, HouseQueries> OPEN = new HashMap<>();

    /** Once is enough: some take seconds. */
    private static final Set<String> VERIFIED = new HashSet<>();

    private HouseTable() {}

    /**
     * The work, on the shared connection; what was opened stays open for the JVM's next benchmark.
     *
     * @throws CannotException when the contender cannot do it
     */
    static synchronized Supplier<Answer> prepare(String workloadTitle, String contenderName) {
        HouseWorkload workload = HouseWorkload.titled(workloadTitle);
        Connection connection = Connection.shared();
        String database = workload.data().database();
        workload.data().load(connection);
        HouseQueries queries = OPEN.computeIfAbsent(
                contenderName + " on " + database,
                key -> Contender.named(HouseContenders.ALL, contenderName).open(connection, database));
        String verified = contenderName + " does " + workloadTitle;
        if (!VERIFIED.contains(verified)) {
            workload.verify(connection, contenderName, workload.ask(queries));
            VERIFIED.add(verified);
        }
        return () -> workload.ask(queries);
    }
}
