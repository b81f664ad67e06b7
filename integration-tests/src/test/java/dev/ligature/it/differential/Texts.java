// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compares documents with what they must look like. */
final class Texts {
    private Texts() {}

    /** The ids as a user has them. */
    static List<Object> ids(Model.Type type, List<Row> rows) {
        return rows.stream().map(row -> type.ids().read(row.id())).toList();
    }

    /** The difference between documents and the rows that they are read from; or null, also where a failure is right. */
    static @Nullable Difference difference(
            String asked, ExpectedGraph graph, List<Row> rows, Supplier<List<Thing>> answer) {
        List<String> texts = rows.stream().map(graph::of).toList();
        String actual = Difference.told(
                () -> lines(answer.get().stream().map(ActualGraph::of).toList()));
        if (!graph.failures().isEmpty()) {
            boolean fails = graph.failures().stream().anyMatch(name -> Difference.isFailure(actual, name));
            return fails ? null : new Difference(asked, "one of " + graph.failures(), actual);
        }
        return actual.equals(lines(texts)) ? null : new Difference(asked, lines(texts), actual);
    }

    private static String lines(List<String> documents) {
        return documents.size() + " documents\n      " + String.join("\n      ", documents);
    }
}
