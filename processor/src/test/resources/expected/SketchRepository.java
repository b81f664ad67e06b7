// Generated from com.example.Sketch; edits are overwritten.
package com.example;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.repository.Repository;
import dev.ligature.repository.RepositoryOptions;
import dev.ligature.spi.DocumentGenerated;
import javax.annotation.processing.Generated;

/** The {@link Sketch} documents of a database. */
@Generated("dev.ligature.processor.DocumentProcessor")
@DocumentGenerated(Sketch.class)
final class SketchRepository extends Repository<Sketch, String> {
    /**
     * Creates a repository over the collection {@code sketch}.
     *
     * @throws dev.ligature.UnsupportedTypeException if the database's codec registry lacks a codec that a member needs
     */
    SketchRepository(MongoDatabase database) {
        super(database, SketchCodec.TYPE);
    }

    /**
     * Creates a repository over the collection {@code sketch} that works together with a framework.
     *
     * @throws dev.ligature.UnsupportedTypeException if the database's codec registry lacks a codec that a member needs
     */
    SketchRepository(MongoDatabase database, RepositoryOptions options) {
        super(database, SketchCodec.TYPE, options);
    }
}
