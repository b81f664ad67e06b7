// Generated from com.example.Door; edits are overwritten.
package com.example;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.repository.Repository;
import dev.ligature.repository.RepositoryOptions;
import dev.ligature.spi.DocumentGenerated;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/** The {@link Door} documents of a database. */
@Generated("dev.ligature.processor.DocumentProcessor")
@DocumentGenerated(Door.class)
public final class DoorRepository extends Repository<Door, Long> {
    /**
     * Creates a repository over the collection {@code door}.
     *
     * @throws dev.ligature.UnsupportedTypeException if the database's codec registry lacks a codec that a member needs
     */
    public DoorRepository(MongoDatabase database) {
        super(database, DoorCodec.TYPE);
    }

    /**
     * Creates a repository over the collection {@code door} that works together with a framework.
     *
     * @throws dev.ligature.UnsupportedTypeException if the database's codec registry lacks a codec that a member needs
     */
    public DoorRepository(MongoDatabase database, RepositoryOptions options) {
        super(database, DoorCodec.TYPE, options);
    }

    /**
     * Fetches the {@code house} of the given document; see {@link #fetch(Object, dev.ligature.path.FetchPath[])}.
     */
    public Mono<Door> fetchHouse(Door door) {
        return fetch(door, QDoor.door.house());
    }

    /**
     * Sets the {@code house} of the given document; see {@link #attach(Object, dev.ligature.path.LinkPath, Object[])}.
     */
    public Mono<Long> attachHouse(Door door, House house) {
        return attach(door, QDoor.door.house(), house);
    }

    /**
     * Removes the {@code house} of the given document; see {@link #detachAll(Object, dev.ligature.path.LinkPath[])}.
     */
    public Mono<Long> detachHouse(Door door) {
        return detachAll(door, QDoor.door.house());
    }

    /**
     * Fetches the {@code otherHouses} of the given document; see {@link #fetch(Object, dev.ligature.path.FetchPath[])}.
     */
    public Mono<Door> fetchOtherHouses(Door door) {
        return fetch(door, QDoor.door.otherHouses());
    }

    /**
     * Adds to the {@code otherHouses} of the given document; see {@link #attach(Object, dev.ligature.path.LinkPath, Object[])}.
     */
    public Mono<Long> attachOtherHouses(Door door, House... otherHouses) {
        return attach(door, QDoor.door.otherHouses(), otherHouses);
    }

    /**
     * Removes from the {@code otherHouses} of the given document; see {@link #detach(Object, dev.ligature.path.LinkPath, Object[])}.
     */
    public Mono<Long> detachOtherHouses(Door door, House... otherHouses) {
        return detach(door, QDoor.door.otherHouses(), otherHouses);
    }
}
