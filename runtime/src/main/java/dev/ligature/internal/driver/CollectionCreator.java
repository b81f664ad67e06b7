// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.ValidationOptions;
import dev.ligature.spi.DocumentType;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Creates the collection of a document type, with what the server checks of its documents. */
public final class CollectionCreator {
    private static final int NAMESPACE_EXISTS = 48;

    private final Database database;
    private final DocumentType<?> type;

    public CollectionCreator(Database database, DocumentType<?> type) {
        this.database = database;
        this.type = type;
    }

    /** Creates the collection. If it is there, it is changed only if there is a validator, which it is given. */
    public Mono<Void> create() {
        return database.timeLimit()
                .whole(Mono.defer(() -> create(validator())).onErrorMap(Failures.of(type, "createCollection")));
    }

    private Mono<Void> create(@Nullable BsonDocument validator) {
        CreateCollectionOptions options = new CreateCollectionOptions();
        if (validator != null) {
            options.validationOptions(new ValidationOptions().validator(validator));
        }
        return database.createCollection(type.collection(), options)
                .onErrorResume(
                        MongoCommandException.class,
                        failure ->
                                failure.getErrorCode() == NAMESPACE_EXISTS ? change(validator) : Mono.error(failure));
    }

    private Mono<Void> change(@Nullable BsonDocument validator) {
        return validator == null
                ? Mono.empty()
                : database.run(
                        new BsonDocument("collMod", new BsonString(type.collection())).append("validator", validator));
    }

    private @Nullable BsonDocument validator() {
        String schema = type.root().serverSchema();
        return schema == null ? null : new BsonDocument("$jsonSchema", BsonDocument.parse(schema));
    }
}
