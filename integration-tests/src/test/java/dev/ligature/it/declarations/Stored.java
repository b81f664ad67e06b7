// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations;

import static dev.ligature.it.Houses.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import dev.ligature.repository.Repository;
import org.bson.BsonDocument;
import reactor.core.publisher.Mono;

/** What a declaration does to documents: what is stored, and what is read back. */
public final class Stored {
    private Stored() {}

    /** Inserts a document, checks what is stored but for its id, and reads it back. */
    public static <T, I> T roundTrip(Repository<T, I> repository, T document, String stored) {
        get(repository.insert(document));
        BsonDocument found = in(repository);
        found.remove("_id");
        assertThat(found).isEqualTo(BsonDocument.parse(stored));
        T read = get(repository.find().one());
        assertThat(get(repository.save(read))).isNotNull();
        BsonDocument saved = in(repository);
        saved.remove("_id");
        assertThat(saved).isEqualTo(found);
        return read;
    }

    /** The only document of a collection. */
    public static <T, I> BsonDocument in(Repository<T, I> repository) {
        return get(Mono.from(
                repository.collection().withDocumentClass(BsonDocument.class).find()));
    }

    /** Puts a document into a collection past its codec. */
    public static <T, I> void put(Repository<T, I> repository, String document) {
        get(Mono.from(
                repository.collection().withDocumentClass(BsonDocument.class).insertOne(BsonDocument.parse(document))));
    }

    /** Checks that the server's validator refuses a change of the only document of a collection. */
    public static <T, I> void serverRefuses(Repository<T, I> repository, String change) {
        assertThatThrownBy(() -> get(
                        Mono.from(repository.collection().updateOne(new BsonDocument(), BsonDocument.parse(change)))))
                .isInstanceOfSatisfying(MongoWriteException.class, failure -> assertThat(failure.getCode())
                        .isEqualTo(121));
    }
}
