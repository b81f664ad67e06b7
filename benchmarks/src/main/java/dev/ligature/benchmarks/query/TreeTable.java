// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Makes trees ready for a contender: data loaded, contender opened, its answer verified. */
final class TreeTable {
    /** The trees of each workload. */
    static final Map<String, Integer> WORKLOADS = new TreeMap<>(Map.of("1 tree", 1, "20 trees", TreeData.TREES));

    private static final Map<String, TreeQueries> OPEN = new HashMap<>();

    private TreeTable() {}

    /** The work, on the shared connection; what was opened stays open for the JVM's next benchmark. */
    static synchronized Supplier<Answer> prepare(String workload, String contenderName) {
        int trees = Objects.requireNonNull(WORKLOADS.get(workload), workload);
        Connection connection = Connection.shared();
        TreeData.load(connection);
        TreeQueries queries =
                OPEN.computeIfAbsent(contenderName, key -> Contender.named(TreeContenders.ALL, contenderName)
                        .open(connection, TreeData.DATABASE));
        Answer answer = queries.trees(trees);
        Answer right = Contender.named(TreeContenders.ALL, Names.HAND_WRITTEN)
                .open(connection, TreeData.DATABASE)
                .trees(trees);
        if (right.links() != (long) trees * TreeData.DESCENDANTS || !answer.equals(right)) {
            throw new IllegalStateException(
                    contenderName + " gives a wrong answer to " + workload + ": " + answer + " instead of " + right);
        }
        return () -> queries.trees(trees);
    }
}
