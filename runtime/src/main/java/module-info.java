/** The runtime of Ligature: annotations, links, typed paths and reactive repositories for MongoDB. */
module dev.ligature {
    requires transitive org.mongodb.bson;
    requires transitive org.mongodb.driver.core;
    requires transitive org.mongodb.driver.reactivestreams;
    requires transitive org.reactivestreams;
    requires transitive reactor.core;
    requires static transitive org.jspecify;

    exports dev.ligature;
    exports dev.ligature.annotation;
    exports dev.ligature.integration;
    exports dev.ligature.link;
    exports dev.ligature.path;
    exports dev.ligature.query;
    exports dev.ligature.repository;
    exports dev.ligature.spi;
    exports dev.ligature.spi.bson;
}
