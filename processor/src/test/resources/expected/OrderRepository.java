// Generated from com.example.Order; edits are overwritten.
package com.example;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.repository.Repository;
import dev.ligature.repository.RepositoryOptions;
import dev.ligature.spi.DocumentGenerated;
import javax.annotation.processing.Generated;

/** The {@link Order} documents of a database. */
@Generated("dev.ligature.processor.DocumentProcessor")
@DocumentGenerated(Order.class)
final class OrderRepository extends Repository<Order, String> {
    /**
     * Creates a repository over the collection {@code order}.
     *
     * @throws dev.ligature.UnsupportedTypeException if the database's codec registry lacks a codec that a member needs
     */
    OrderRepository(MongoDatabase database) {
        super(database, OrderCodec.TYPE);
    }

    /**
     * Creates a repository over the collection {@code order} that works together with a framework.
     *
     * @throws dev.ligature.UnsupportedTypeException if the database's codec registry lacks a codec that a member needs
     */
    OrderRepository(MongoDatabase database, RepositoryOptions options) {
        super(database, OrderCodec.TYPE, options);
    }
}
