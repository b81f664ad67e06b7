// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.handwritten;

import static com.mongodb.client.model.Aggregates.graphLookup;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.ligature.benchmarks.query.Answer;
import dev.ligature.benchmarks.query.Blocking;
import dev.ligature.benchmarks.query.Connection;
import dev.ligature.benchmarks.query.TreeData;
import dev.ligature.benchmarks.query.TreeQueries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Trees as they are read without a mapper: by {@code $graphLookup}, or by a find per level. */
public final class HandWrittenTrees implements TreeQueries {
    private static final Bson DESCENDANTS =
            graphLookup("nodes", "$children", "children", "_id", PlainNodeCodec.DESCENDANTS);

    private final MongoCollection<PlainNode> nodes;
    private final boolean byLevel;

    public HandWrittenTrees(Connection connection, String database, boolean byLevel) {
        this.byLevel = byLevel;
        this.nodes = connection
                .reactive()
                .getDatabase(database)
                .getCollection("nodes", PlainNode.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new PlainNodeCodec()),
                        MongoClientSettings.getDefaultCodecRegistry()));
    }

    @Override
    public Answer trees(int count) {
        if (!byLevel) {
            TreeQueries.onlyOne(count);
        }
        Bson roots = lt("number", count);
        return PlainNode.answer(Blocking.one(byLevel ? byLevel(roots) : gathered(roots)));
    }

    private Mono<List<PlainNode>> gathered(Bson roots) {
        return Flux.from(nodes.aggregate(List.of(match(roots), DESCENDANTS)))
                .doOnNext(root -> {
                    Map<ObjectId, PlainNode> known = new HashMap<>();
                    root.descendants().forEach(node -> known.put(node.id(), node));
                    root.link(known);
                })
                .collectList();
    }

    private Mono<List<PlainNode>> byLevel(Bson filter) {
        return Flux.from(nodes.find(filter)).collectList().flatMap(roots -> {
            Map<ObjectId, PlainNode> known = new HashMap<>();
            return below(roots, known, TreeData.DEPTH).then(Mono.fromCallable(() -> {
                roots.forEach(root -> root.link(known));
                return roots;
            }));
        });
    }

    private Mono<Void> below(List<PlainNode> level, Map<ObjectId, PlainNode> known, int depth) {
        List<ObjectId> ids = new ArrayList<>();
        level.forEach(node -> ids.addAll(node.childIds()));
        return depth == 0 || ids.isEmpty()
                ? Mono.empty()
                : Flux.from(nodes.find(in("_id", ids))).collectList().flatMap(next -> {
                    next.forEach(node -> known.put(node.id(), node));
                    return below(next, known, depth - 1);
                });
    }
}
