// Generated from com.example.House; edits are overwritten.
package com.example;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.repository.Repository;
import dev.ligature.spi.DocumentGenerated;
import org.bson.types.ObjectId;
import reactor.core.publisher.Mono;

/** The {@link House} documents of a database. */
@DocumentGenerated(House.class)
public final class HouseRepository extends Repository<House, ObjectId> {
    /**
     * A repository over the collection {@code houses}.
     *
     * @throws dev.ligature.UnsupportedTypeException when the database's codec registry lacks a codec that a member needs
     */
    public HouseRepository(MongoDatabase database) {
        super(database, HouseCodec.TYPE);
    }

    /**
     * Fetches the {@code door} of a document; see {@link #fetch(Object, dev.ligature.path.DocumentPath[])}.
     */
    public Mono<House> fetchDoor(House house) {
        return fetch(house, QHouse.house.door());
    }

    /**
     * Fetches the {@code otherDoors} of a document; see {@link #fetch(Object, dev.ligature.path.DocumentPath[])}.
     */
    public Mono<House> fetchOtherDoors(House house) {
        return fetch(house, QHouse.house.otherDoors());
    }

    /**
     * Fetches the {@code next} of a document; see {@link #fetch(Object, dev.ligature.path.DocumentPath[])}.
     */
    public Mono<House> fetchNext(House house) {
        return fetch(house, QHouse.house.next());
    }

    /**
     * Fetches the {@code neighbours} of a document; see {@link #fetch(Object, dev.ligature.path.DocumentPath[])}.
     */
    public Mono<House> fetchNeighbours(House house) {
        return fetch(house, QHouse.house.neighbours());
    }
}
