// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import dev.ligature.benchmarks.query.handwritten.HandWrittenCascades;
import dev.ligature.benchmarks.query.micronaut.MicronautCascades;
import dev.ligature.benchmarks.query.morphia.MorphiaCascades;
import dev.ligature.benchmarks.query.spring.SpringCascades;
import java.util.List;

/** Those who write and delete houses with all that belongs to them. */
public final class CascadeContenders {
    public static final List<Contender<Cascades>> ALL = List.of(
            new Contender<>(
                    Names.LIGATURE,
                    "insertAll, saveAll, replaceAll(houses, WRITE); delete(DELETE_LINKS)",
                    LigatureCascades::new),
            new Contender<>(
                    Names.HAND_WRITTEN,
                    "reactive driver, insertMany, bulkWrite and deleteMany per collection, codecs and ids by hand",
                    HandWrittenCascades::new),
            new Contender<>(
                    Names.SPRING_TOGETHER,
                    "blocking MongoTemplate, which cascades nothing: insertAll and remove per collection written by hand",
                    (connection, database) -> new SpringCascades(connection, database, true)),
            new Contender<>(
                    Names.SPRING_ONE_BY_ONE,
                    "blocking MongoTemplate, insert and remove per document",
                    (connection, database) -> new SpringCascades(connection, database, false)),
            new Contender<>(
                    Names.MICRONAUT_CASCADE,
                    "blocking repository, saveAll with Cascade.PERSIST; deletes do not cascade: one per collection by hand",
                    MicronautCascades::new),
            new Contender<>(
                    Names.MORPHIA_TOGETHER,
                    "cascades nothing: insert and delete per collection written by hand",
                    MorphiaCascades::new));

    private CascadeContenders() {}
}
