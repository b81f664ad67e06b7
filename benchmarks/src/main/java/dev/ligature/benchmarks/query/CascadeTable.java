// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import java.util.HashMap;
import java.util.Map;

/** Makes writes and deletes ready for a contender: collections emptied, contender opened, its work verified. */
final class CascadeTable {
    private static final Map<String, Cascades> OPEN = new HashMap<>();

    private CascadeTable() {}

    /** What is measured, and what goes before and after it. */
    record Work(Runnable before, Runnable run, Runnable after) {
        static final Work NONE = new Work(() -> {}, () -> {}, () -> {});
    }

    /**
     * The work, on the shared connection; what was opened stays open for the JVM's next benchmark.
     *
     * @throws CannotException when the contender cannot do it
     */
    static synchronized Work prepare(String workloadTitle, String contender) {
        CascadeWorkload workload = CascadeWorkload.titled(workloadTitle);
        Connection connection = Connection.shared();
        CascadeWorkload.empty(connection);
        Cascades cascades = OPEN.computeIfAbsent(contender, name -> Contender.named(CascadeContenders.ALL, name)
                .open(connection, CascadeWorkload.DATABASE));
        Work work = new Work(
                () -> workload.before(cascades),
                () -> workload.run(cascades),
                () -> workload.after(connection, cascades));
        work.before.run();
        work.run.run();
        workload.verify(connection, contender, cascades);
        work.after.run();
        return work;
    }
}
