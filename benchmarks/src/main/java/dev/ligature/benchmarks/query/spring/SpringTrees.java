// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.spring;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.graphLookup;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ligature.benchmarks.query.Answer;
import dev.ligature.benchmarks.query.Blocking;
import dev.ligature.benchmarks.query.Connection;
import dev.ligature.benchmarks.query.TreeQueries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ways to read a tree with Spring Data. */
public final class SpringTrees {
    private SpringTrees() {}

    /** The blocking template and {@code @DocumentReference}: a find per node with children. */
    public static TreeQueries references(Connection connection, String database) {
        MongoTemplate template = new MongoTemplate(connection.blocking(), database);
        return count -> {
            Answer.Tally tally = new Answer.Tally();
            for (SpringNode root : template.find(query(where("number").lt(count)), SpringNode.class)) {
                tally.root();
                count(root, tally);
            }
            return tally.answer();
        };
    }

    private static void count(SpringNode parent, Answer.Tally tally) {
        for (SpringNode node : parent.children) {
            tally.link(node.number);
            count(node, tally);
        }
    }

    /** The blocking template and {@code $graphLookup}, the descendants put into each other by hand. */
    public static TreeQueries graphLookups(Connection connection, String database) {
        MongoTemplate template = new MongoTemplate(connection.blocking(), database);
        return count -> {
            TreeQueries.onlyOne(count);
            Aggregation aggregation = newAggregation(
                    match(where("number").lt(count)),
                    graphLookup("nodes")
                            .startWith("children")
                            .connectFrom("children")
                            .connectTo("_id")
                            .as("descendants"));
            List<SpringIdNode> roots =
                    template.aggregate(aggregation, "nodes", SpringIdNode.class).getMappedResults();
            for (SpringIdNode root : roots) {
                Map<ObjectId, SpringIdNode> known = new HashMap<>();
                root.descendants.forEach(node -> known.put(node.id, node));
                root.link(known);
            }
            return answer(roots);
        };
    }

    /** The reactive template: a find per node with children, in {@code flatMap}. */
    public static TreeQueries flatMaps(Connection connection, String database) {
        ReactiveMongoTemplate template = new ReactiveMongoTemplate(connection.reactive(), database);
        return count -> answer(Blocking.list(template.find(query(where("number").lt(count)), SpringIdNode.class)
                .flatMap(root -> grown(template, root))));
    }

    private static Mono<SpringIdNode> grown(ReactiveMongoTemplate template, SpringIdNode node) {
        if (node.children.isEmpty()) {
            return Mono.just(node);
        }
        Flux<SpringIdNode> children = template.find(query(where("_id").in(node.children)), SpringIdNode.class);
        return children.flatMap(child -> grown(template, child)).collectList().map(grown -> {
            node.nodes.addAll(grown);
            return node;
        });
    }

    private static Answer answer(List<SpringIdNode> roots) {
        Answer.Tally tally = new Answer.Tally();
        for (SpringIdNode root : roots) {
            tally.root();
            root.count(tally);
        }
        return tally.answer();
    }
}
