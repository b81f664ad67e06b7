// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.morphia.Datastore;
import dev.morphia.Morphia;

/** Morphia's codec. */
final class MorphiaContender {
    private MorphiaContender() {}

    /** The client is asked for nothing but settings: no command is sent. */
    static <D> Contender<D> of(Class<D> type) {
        try (MongoClient client = MongoClients.create()) {
            Datastore datastore = Morphia.createDatastore(client, "benchmark");
            return new CodecContender<>(datastore.getCodecRegistry().get(type));
        }
    }
}
