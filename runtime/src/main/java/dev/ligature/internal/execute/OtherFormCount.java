package dev.ligature.internal.execute;

import com.mongodb.client.model.CountOptions;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.repository.OtherForm;
import dev.ligature.spi.LinkType;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import reactor.core.publisher.Mono;

/** Counts the documents that store a link in another form than it is declared in. */
final class OtherFormCount {
    /** The types of ids, but for documents: nothing but their names tells those from DBRefs. */
    private static final BsonArray ID_TYPES =
            new BsonArray(Stream.of("objectId", "string", "int", "long", "double", "decimal", "binData", "date", "bool")
                    .map(BsonString::new)
                    .toList());

    private final DocumentSource source;

    OtherFormCount(DocumentSource source) {
        this.source = source;
    }

    /** At most a number of documents; empty where there is none. */
    Mono<OtherForm> of(LinkType link, int limit) {
        BsonDocument filter = link.storage() == LinkStorage.DBREF
                ? new BsonDocument(link.storedName(), new BsonDocument("$type", ID_TYPES))
                : new BsonDocument(link.storedName() + ".$id", new BsonDocument("$exists", BsonBoolean.TRUE));
        return Commands.on(
                        source.collection(link.owner(), BsonDocument.class),
                        commands -> commands.count(filter, new CountOptions().limit(limit)))
                .onErrorMap(Failures.of(link.owner(), "count"))
                .next()
                .filter(found -> found > 0)
                .map(found -> new OtherForm(link.toString(), link.owner().collection(), found, found >= limit));
    }
}
