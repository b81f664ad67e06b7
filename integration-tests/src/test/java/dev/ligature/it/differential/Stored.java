// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.repository.Repository;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.EncoderContext;
import reactor.core.publisher.Flux;

/** A world on a server, with the declarations and the repositories that a user would have of it. */
final class Stored {
    private World world;
    private final MongoDatabase database;
    private final Declarations declarations;
    private final List<Things> repositories = new ArrayList<>();

    /** A repository of one of the types. */
    static final class Things extends Repository<Thing, Object> {
        Things(MongoDatabase database, DocumentType<Thing> type) {
            super(database, type);
        }
    }

    /** Replaces all that the database holds. */
    Stored(World world, MongoDatabase database) {
        this.world = world;
        this.database = database;
        this.declarations = new Declarations(world.model());
        for (Model.Type type : world.model().types()) {
            repositories.add(new Things(database, declarations.type(type)));
        }
        for (Model.Type type : collections()) {
            TestDatabase.await(collection(type).deleteMany(new BsonDocument()));
            List<BsonDocument> documents =
                    world.rowsOf(type.index()).stream().map(Row::stored).toList();
            if (!documents.isEmpty()) {
                TestDatabase.await(collection(type).insertMany(documents));
            }
        }
    }

    World world() {
        return world;
    }

    /** What is stored has changed. */
    void becomes(World changed) {
        world = changed;
    }

    /** All that the collections hold. */
    Contents read() {
        Contents contents = new Contents(model());
        for (Model.Type type : collections()) {
            Flux.from(collection(type).find())
                    .doOnNext(document -> contents.put(type.index(), document))
                    .blockLast();
        }
        return contents;
    }

    /** The types that stand for whole collections. */
    private List<Model.Type> collections() {
        return model().types().stream().filter(type -> !type.isPermitted()).toList();
    }

    Model model() {
        return world.model();
    }

    Things repository(Model.Type type) {
        return repositories.get(type.index());
    }

    QThing<Thing> root(Model.Type type) {
        return declarations.root(type);
    }

    /** Declares the projection {@link Glance}. */
    void declare(Model.Type root, Shown shown) {
        Glance.declare(declarations, model(), root, shown);
    }

    /** A document as Ligature would write it. */
    BsonDocument written(Model.Type type, Thing thing) {
        BsonDocument document = new BsonDocument();
        DocumentCodec<Thing> codec = declarations.type(type).newCodec(database.getCodecRegistry());
        codec.encode(
                new BsonDocumentWriter(document),
                thing,
                EncoderContext.builder().build());
        return document;
    }

    private MongoCollection<BsonDocument> collection(Model.Type type) {
        return database.getCollection(type.collection(), BsonDocument.class);
    }
}
