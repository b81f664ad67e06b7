// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.streaming;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.ligature.query.FetchStrategy;
import reactor.core.publisher.Flux;

/** Who streams the readings, each giving one checksum per reading, which needs the reading and what it links to. */
enum Contender {
    BATCH("Ligature BATCH", 1),
    LOOKUP("Ligature LOOKUP", 1),
    UNLINKED("driver, links not fetched", 1),
    AGGREGATION("driver, $lookup by hand", 1),
    SPRING_BATCHES("Spring Data reactive, batches by hand", 10),
    SPRING_EACH("Spring Data reactive, flatMap per document", 1_000);

    private final String title;
    private final int part;

    Contender(String title, int part) {
        this.title = title;
        this.part = part;
    }

    String title() {
        return title;
    }

    /** How many of the readings it streams: whoever is too slow for all of them is measured on the first ones. */
    int documents(int readings) {
        return readings / part;
    }

    /** Whether its checksums tell of the links. */
    boolean isLinked() {
        return this != UNLINKED;
    }

    Flux<Integer> stream(MongoClient client) {
        return switch (this) {
            case BATCH -> LigatureStreams.using(client, FetchStrategy.BATCH);
            case LOOKUP -> LigatureStreams.using(client, FetchStrategy.LOOKUP);
            case UNLINKED -> DriverStreams.unlinked(client);
            case AGGREGATION -> DriverStreams.aggregation(client);
            case SPRING_BATCHES -> SpringStreams.batches(client);
            case SPRING_EACH -> SpringStreams.each(client);
        };
    }
}
