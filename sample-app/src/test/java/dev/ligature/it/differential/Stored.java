package dev.ligature.it.differential;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.annotation.OnDelete;
import dev.ligature.path.NumberPath;
import dev.ligature.repository.Repository;
import dev.ligature.sample.testing.TestDatabase;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.Location;
import dev.ligature.spi.ValueCodec;
import dev.ligature.spi.ValueCodecs;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.types.ObjectId;
import reactor.core.publisher.Flux;

/** A world on a server, with the declarations and the repositories that a user would have of it. */
final class Stored {
    private final World world;
    private final MongoDatabase database;
    private final List<DocumentType<Thing>> types = new ArrayList<>();
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
        world.model().types().forEach(type -> types.add(documentType(type)));
        types.forEach(type -> repositories.add(new Things(database, type)));
        for (Model.Type type : world.model().types()) {
            TestDatabase.await(collection(type).deleteMany(new BsonDocument()));
            List<BsonDocument> documents = world.rowsOf(type.index()).stream()
                    .map(row -> world.stored(type, row))
                    .toList();
            if (!documents.isEmpty()) {
                TestDatabase.await(collection(type).insertMany(documents));
            }
        }
    }

    World world() {
        return world;
    }

    Things repository(Model.Type type) {
        return repositories.get(type.index());
    }

    QThing<Thing> root(Model.Type type) {
        return new QThing<>(Location.root(types.get(type.index())), world.model(), type);
    }

    /** A field that is not of the model: what an update sets. */
    NumberPath<Thing, Integer> stamp(Model.Type type) {
        return new NumberPath<>(Location.root(types.get(type.index())).field("stamp"), ValueCodecs.INTEGER);
    }

    /** The ids of the stored documents that match a filter, in their order. */
    List<Object> ids(Model.Type type, BsonDocument filter) {
        return Flux.from(collection(type).find(filter))
                .map(document -> Objects.requireNonNull(document.get("_id")))
                .collectList()
                .map(found -> world.rowsOf(type.index()).stream()
                        .map(World.Row::id)
                        .filter(id -> found.contains(World.bson(id)))
                        .toList())
                .block();
    }

    /** A document as Ligature would save it. */
    BsonDocument saved(Model.Type type, Thing thing) {
        BsonDocument document = new BsonDocument();
        DocumentCodec<Thing> codec = types.get(type.index()).newCodec(database.getCodecRegistry());
        codec.write(new BsonDocumentWriter(document), thing);
        return document;
    }

    private MongoCollection<BsonDocument> collection(Model.Type type) {
        return database.getCollection(type.name(), BsonDocument.class);
    }

    private DocumentType<Thing> documentType(Model.Type type) {
        DocumentType.Builder<Thing> builder = DocumentType.builder(Thing.classOf(type), type.name())
                .codec(registry -> new ThingCodec(types.get(type.index()), type));
        id(builder, type);
        type.fields().forEach(field -> builder.field(field.name(), field.storedName()));
        for (Model.Link link : type.links()) {
            if (link.isBackLink()) {
                builder.backLink(
                        link.name(),
                        link.shape(),
                        String.valueOf(link.mirrored()),
                        OnDelete.NOTHING,
                        () -> types.get(link.target()));
            } else {
                builder.link(
                        link.name(), link.storedName(), link.shape(), link.storage(), () -> types.get(link.target()));
            }
        }
        return builder.build();
    }

    private static void id(DocumentType.Builder<Thing> builder, Model.Type type) {
        switch (type.ids()) {
            case NUMBER -> id(builder, Integer.class, ValueCodecs.INTEGER);
            case TEXT -> id(builder, String.class, ValueCodecs.STRING);
            case OBJECT_ID -> id(builder, ObjectId.class, ValueCodecs.OBJECT_ID);
        }
    }

    private static <I> void id(DocumentType.Builder<Thing> builder, Class<I> idClass, ValueCodec<I> codec) {
        builder.id("id", idClass, codec, thing -> thing.id);
    }
}
