// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

/** The contenders' names, as the parameters of the benchmarks spell them. */
final class Names {
    static final String LOOKUP = "Ligature LOOKUP";
    static final String BATCH = "Ligature BATCH";
    static final String AUTO = "Ligature AUTO";
    static final String ON_DEMAND = "Ligature on demand";
    static final String LIGATURE = "Ligature";
    static final String HAND_WRITTEN = "hand-written";
    static final String LOOKUP_THEN_MATCH = "hand-written lookup-then-match";
    static final String HAND_WRITTEN_GRAPH = "hand-written $graphLookup";
    static final String SPRING_REFERENCE = "Spring Data @DocumentReference";
    static final String SPRING_LOOKUP = "Spring Data $lookup";
    static final String SPRING_GRAPH = "Spring Data $graphLookup";
    static final String SPRING_FLAT_MAP = "Spring Data reactive flatMap";
    static final String SPRING_BATCH = "Spring Data reactive batch";
    static final String MICRONAUT_JOIN = "Micronaut Data @Join";
    static final String MORPHIA = "Morphia @Reference";
    static final String MORPHIA_LOOKUP = "Morphia $lookup";

    static final String SPRING_TOGETHER = "Spring Data per collection";
    static final String SPRING_ONE_BY_ONE = "Spring Data one by one";
    static final String MICRONAUT_CASCADE = "Micronaut Data cascade";
    static final String MORPHIA_TOGETHER = "Morphia per collection";

    private Names() {}
}
