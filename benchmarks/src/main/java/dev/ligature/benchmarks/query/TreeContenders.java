// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import dev.ligature.benchmarks.query.handwritten.HandWrittenTrees;
import dev.ligature.benchmarks.query.morphia.MorphiaTrees;
import dev.ligature.benchmarks.query.spring.SpringTrees;
import dev.ligature.query.FetchStrategy;
import java.util.List;

/** Those who read trees. */
public final class TreeContenders {
    public static final List<Contender<TreeQueries>> ALL = List.of(
            ligature(Names.LOOKUP, "five levels of $lookup in one aggregation", FetchStrategy.LOOKUP),
            ligature(Names.BATCH, "a find per level", FetchStrategy.BATCH),
            ligature(Names.AUTO, "the default strategy", FetchStrategy.AUTO),
            new Contender<>(
                    Names.ON_DEMAND,
                    "roots read alone, then repository.fetchLinks(roots)",
                    (connection, database) -> new LigatureTrees(connection, database, null)),
            new Contender<>(
                    Names.HAND_WRITTEN,
                    "reactive driver, a find per level, codec and stitching by hand",
                    (connection, database) -> new HandWrittenTrees(connection, database, true)),
            new Contender<>(
                    Names.HAND_WRITTEN_GRAPH,
                    "reactive driver, $graphLookup, codec and stitching by hand",
                    (connection, database) -> new HandWrittenTrees(connection, database, false)),
            new Contender<>(
                    Names.SPRING_REFERENCE,
                    "blocking MongoTemplate, @DocumentReference: a find per node with children",
                    SpringTrees::references),
            new Contender<>(
                    Names.SPRING_GRAPH,
                    "blocking MongoTemplate, $graphLookup and stitching written by hand, results mapped",
                    SpringTrees::graphLookups),
            new Contender<>(
                    Names.SPRING_FLAT_MAP,
                    "ReactiveMongoTemplate, ids stored, a find per node with children in flatMap",
                    SpringTrees::flatMaps),
            new Contender<>(
                    Names.MICRONAUT_JOIN,
                    "blocking repository, a @Join per level, nested",
                    (connection, database) -> count -> {
                        throw new CannotException(
                                "nested joins run for the whole collection before the match: not done after a"
                                        + " quarter of an hour; without a join not even the parent's id is read");
                    }),
            new Contender<>(
                    Names.MORPHIA,
                    "@Reference(idOnly = true), eager: a find per node with children",
                    MorphiaTrees::new));

    private TreeContenders() {}

    private static Contender<TreeQueries> ligature(String name, String description, FetchStrategy strategy) {
        return new Contender<>(
                name, description, (connection, database) -> new LigatureTrees(connection, database, strategy));
    }
}
