// SPDX-License-Identifier: Apache-2.0
package com.example;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.repository.Transactions;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/**
 * Makes beans of the database, its repositories and its transactions. Micronaut creates the client from mongodb.uri.
 */
@Factory
final class LigatureFactory {
    @Singleton
    MongoDatabase database(MongoClient client, @Value("${houses.database:houses}") String name) {
        return client.getDatabase(name);
    }

    @Singleton
    HouseRepository houses(MongoDatabase database) {
        return new HouseRepository(database);
    }

    @Singleton
    DoorRepository doors(MongoDatabase database) {
        return new DoorRepository(database);
    }

    @Singleton
    Transactions transactions(MongoClient client) {
        return Transactions.of(client);
    }
}
