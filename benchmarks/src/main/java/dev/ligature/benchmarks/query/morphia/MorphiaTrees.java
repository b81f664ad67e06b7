// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.morphia;

import static dev.morphia.query.filters.Filters.lt;

import dev.ligature.benchmarks.query.Answer;
import dev.ligature.benchmarks.query.Connection;
import dev.ligature.benchmarks.query.TreeQueries;
import dev.morphia.Datastore;

/** {@code @Reference}: a find per node with children. */
public final class MorphiaTrees implements TreeQueries {
    private final Datastore datastore;

    public MorphiaTrees(Connection connection, String database) {
        this.datastore = MorphiaDatastores.open(connection, database);
    }

    @Override
    public Answer trees(int count) {
        Answer.Tally tally = new Answer.Tally();
        for (MorphiaNode root : datastore.find(MorphiaNode.class).filter(lt("number", count))) {
            tally.root();
            count(root, tally);
        }
        return tally.answer();
    }

    private static void count(MorphiaNode parent, Answer.Tally tally) {
        if (parent.children == null) {
            return;
        }
        for (MorphiaNode node : parent.children) {
            tally.link(node.number);
            count(node, tally);
        }
    }
}
