// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import static dev.ligature.benchmarks.query.QNode.node;

import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.repository.Find;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** The generated repository, with one strategy of fetching; without one the descendants of roots at hand are fetched on demand. */
final class LigatureTrees implements TreeQueries {
    private final NodeRepository nodes;
    private final @Nullable FetchStrategy strategy;

    LigatureTrees(Connection connection, String database, @Nullable FetchStrategy strategy) {
        this.nodes = new NodeRepository(connection.reactive().getDatabase(database));
        this.strategy = strategy;
    }

    @Override
    public Answer trees(int count) {
        Find<Node, ObjectId> roots = nodes.find(node.number.lt(count));
        Flux<Node> found = strategy == null
                ? nodes.fetchLinks(roots.all())
                : roots.fetchLinks().using(strategy).all();
        Answer.Tally tally = new Answer.Tally();
        for (Node root : Blocking.list(found)) {
            tally.root();
            count(root, tally);
        }
        return tally.answer();
    }

    private static void count(Node parent, Answer.Tally tally) {
        for (Ref<Node> child : parent.children()) {
            Node node = child.get();
            tally.link(node.number());
            count(node, tally);
        }
    }
}
