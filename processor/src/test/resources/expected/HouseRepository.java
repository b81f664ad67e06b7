// Generated from com.example.House; edits are overwritten.
package com.example;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.repository.Repository;
import dev.ligature.repository.RepositoryOptions;
import dev.ligature.spi.DocumentGenerated;
import javax.annotation.processing.Generated;
import org.bson.types.ObjectId;
import reactor.core.publisher.Mono;

/** The {@link House} documents of a database. */
@Generated("dev.ligature.processor.DocumentProcessor")
@DocumentGenerated(House.class)
public final class HouseRepository extends Repository<House, ObjectId> {
    /**
     * Creates a repository over the collection {@code houses}.
     *
     * @throws dev.ligature.UnsupportedTypeException if the database's codec registry lacks a codec that a member needs
     */
    public HouseRepository(MongoDatabase database) {
        super(database, HouseCodec.TYPE);
    }

    /**
     * Creates a repository over the collection {@code houses} that works together with a framework.
     *
     * @throws dev.ligature.UnsupportedTypeException if the database's codec registry lacks a codec that a member needs
     */
    public HouseRepository(MongoDatabase database, RepositoryOptions options) {
        super(database, HouseCodec.TYPE, options);
    }

    /**
     * Fetches the {@code door} of the given document; see {@link #fetch(Object, dev.ligature.path.FetchPath[])}.
     */
    public Mono<House> fetchDoor(House house) {
        return fetch(house, QHouse.house.door());
    }

    /**
     * Sets the {@code door} of the given document; see {@link #attach(Object, dev.ligature.path.LinkPath, Object[])}.
     */
    public Mono<Long> attachDoor(House house, Door door) {
        return attach(house, QHouse.house.door(), door);
    }

    /**
     * Fetches the {@code otherDoors} of the given document; see {@link #fetch(Object, dev.ligature.path.FetchPath[])}.
     */
    public Mono<House> fetchOtherDoors(House house) {
        return fetch(house, QHouse.house.otherDoors());
    }

    /**
     * Adds to the {@code otherDoors} of the given document; see {@link #attach(Object, dev.ligature.path.LinkPath, Object[])}.
     */
    public Mono<Long> attachOtherDoors(House house, Door... otherDoors) {
        return attach(house, QHouse.house.otherDoors(), otherDoors);
    }

    /**
     * Removes from the {@code otherDoors} of the given document; see {@link #detach(Object, dev.ligature.path.LinkPath, Object[])}.
     */
    public Mono<Long> detachOtherDoors(House house, Door... otherDoors) {
        return detach(house, QHouse.house.otherDoors(), otherDoors);
    }

    /**
     * Fetches the {@code next} of the given document; see {@link #fetch(Object, dev.ligature.path.FetchPath[])}.
     */
    public Mono<House> fetchNext(House house) {
        return fetch(house, QHouse.house.next());
    }

    /**
     * Sets the {@code next} of the given document; see {@link #attach(Object, dev.ligature.path.LinkPath, Object[])}.
     */
    public Mono<Long> attachNext(House house, House next) {
        return attach(house, QHouse.house.next(), next);
    }

    /**
     * Removes the {@code next} of the given document; see {@link #detachAll(Object, dev.ligature.path.LinkPath[])}.
     */
    public Mono<Long> detachNext(House house) {
        return detachAll(house, QHouse.house.next());
    }

    /**
     * Fetches the {@code neighbours} of the given document; see {@link #fetch(Object, dev.ligature.path.FetchPath[])}.
     */
    public Mono<House> fetchNeighbours(House house) {
        return fetch(house, QHouse.house.neighbours());
    }

    /**
     * Adds to the {@code neighbours} of the given document; see {@link #attach(Object, dev.ligature.path.LinkPath, Object[])}.
     */
    public Mono<Long> attachNeighbours(House house, House... neighbours) {
        return attach(house, QHouse.house.neighbours(), neighbours);
    }

    /**
     * Removes from the {@code neighbours} of the given document; see {@link #detach(Object, dev.ligature.path.LinkPath, Object[])}.
     */
    public Mono<Long> detachNeighbours(House house, House... neighbours) {
        return detach(house, QHouse.house.neighbours(), neighbours);
    }
}
