// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.streaming;

import static dev.ligature.benchmarks.streaming.QReading.reading;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import reactor.core.publisher.Flux;

/** What a user of Ligature writes. */
final class LigatureStreams {
    private LigatureStreams() {}

    static Flux<Integer> using(MongoClient client, FetchStrategy strategy) {
        return new ReadingRepository(client.getDatabase(Readings.DATABASE))
                .find()
                .fetch(reading.sensor(), reading.tags())
                .using(strategy)
                .all()
                .map(LigatureStreams::checksum);
    }

    private static int checksum(Reading reading) {
        int sum = reading.value() + reading.sensor().get().level();
        for (Ref<Tag> tag : reading.tags()) {
            sum += tag.get().weight();
        }
        return sum;
    }
}
