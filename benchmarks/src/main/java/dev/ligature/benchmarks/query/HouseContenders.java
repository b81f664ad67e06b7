// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import dev.ligature.benchmarks.query.handwritten.HandWrittenHouses;
import dev.ligature.benchmarks.query.handwritten.LookupThenMatchHouses;
import dev.ligature.benchmarks.query.micronaut.MicronautJoinHouses;
import dev.ligature.benchmarks.query.morphia.MorphiaLookupHouses;
import dev.ligature.benchmarks.query.morphia.MorphiaReferenceHouses;
import dev.ligature.benchmarks.query.spring.SpringLookupHouses;
import dev.ligature.benchmarks.query.spring.SpringReactiveHouses;
import dev.ligature.benchmarks.query.spring.SpringReferenceHouses;
import dev.ligature.query.FetchStrategy;
import java.util.List;

/** Those who read houses. */
public final class HouseContenders {
    public static final List<Contender<HouseQueries>> ALL = List.of(
            ligature(Names.LOOKUP, "all links by $lookup in the root's aggregation", FetchStrategy.LOOKUP),
            ligature(Names.BATCH, "a find per linked collection and window of 1,000 roots", FetchStrategy.BATCH),
            ligature(Names.AUTO, "the default strategy", FetchStrategy.AUTO),
            new Contender<>(
                    Names.ON_DEMAND,
                    "roots read alone, then repository.fetch(roots, links)",
                    (connection, database) -> new LigatureHouses(connection, database, null)),
            new Contender<>(
                    Names.HAND_WRITTEN,
                    "reactive driver, $lookup behind match and page, codecs by hand; filters from the link's other end",
                    HandWrittenHouses::new),
            new Contender<>(
                    Names.LOOKUP_THEN_MATCH,
                    "the same codecs, but the whole collection joined before match, sort and page, as Beanie does it",
                    LookupThenMatchHouses::new),
            new Contender<>(
                    Names.SPRING_REFERENCE,
                    "blocking MongoTemplate, @DocumentReference; filters by two finds written by hand",
                    SpringReferenceHouses::new),
            new Contender<>(
                    Names.SPRING_LOOKUP,
                    "blocking MongoTemplate, Aggregation with $lookup written by hand, results mapped",
                    SpringLookupHouses::new),
            new Contender<>(
                    Names.SPRING_FLAT_MAP,
                    "ReactiveMongoTemplate, ids stored, links read per house in flatMap",
                    (connection, database) -> new SpringReactiveHouses(connection, database, false)),
            new Contender<>(
                    Names.SPRING_BATCH,
                    "ReactiveMongoTemplate, ids stored, one find per linked collection and the stitching written by hand",
                    (connection, database) -> new SpringReactiveHouses(connection, database, true)),
            new Contender<>(
                    Names.MICRONAUT_JOIN,
                    "blocking repository, @Join: $lookup before the match; windows know their house instead of a list of ids",
                    MicronautJoinHouses::new),
            new Contender<>(Names.MORPHIA, "@Reference(idOnly = true), eager", MorphiaReferenceHouses::new),
            new Contender<>(
                    Names.MORPHIA_LOOKUP,
                    "Aggregation with lookup written by hand, results mapped",
                    MorphiaLookupHouses::new));

    private HouseContenders() {}

    private static Contender<HouseQueries> ligature(String name, String description, FetchStrategy strategy) {
        return new Contender<>(
                name, description, (connection, database) -> new LigatureHouses(connection, database, strategy));
    }
}
