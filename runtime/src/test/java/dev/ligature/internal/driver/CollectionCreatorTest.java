// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.OperationException;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ValueCodecs;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What is sent for a collection that is there, and for one that is not. */
class CollectionCreatorTest {
    private static final String SCHEMA = "{\"bsonType\": \"object\"}";
    private static final String VALIDATOR = "{\"$jsonSchema\": {\"bsonType\": \"object\"}}";
    private static final int EXISTS = 48;

    private static final class Plain {}

    private static final class Checked {}

    private static final DocumentType<Plain> PLAIN = builder(Plain.class).build();
    private static final DocumentType<Checked> CHECKED =
            builder(Checked.class).serverSchema(() -> SCHEMA).build();

    private static <T> DocumentType.Builder<T> builder(Class<T> type) {
        return DocumentType.builder(type, "houses")
                .id("id", String.class, ValueCodecs.STRING, house -> null)
                .codec(registry -> {
                    throw new UnsupportedOperationException("no document is read");
                });
    }

    private final List<String> sent = new ArrayList<>();

    private static MongoCommandException error(int code) {
        return new MongoCommandException(
                BsonDocument.parse("{ok: 0, code: " + code + ", errmsg: 'so it is'}"), new ServerAddress());
    }

    /** @param code of the error for the collection's creation; null if it succeeds */
    private Mono<Void> create(DocumentType<?> type, @Nullable Integer code) {
        MongoDatabase database = (MongoDatabase) Proxy.newProxyInstance(
                MongoDatabase.class.getClassLoader(),
                new Class<?>[] {MongoDatabase.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "createCollection" -> created((CreateCollectionOptions) arguments[1], code);
                    case "runCommand" -> ran((Bson) arguments[0]);
                    default -> null;
                });
        return new CollectionCreator(new Database(database), type).create();
    }

    private Publisher<Void> created(CreateCollectionOptions options, @Nullable Integer code) {
        return Mono.defer(() -> {
            Bson validator = options.getValidationOptions().getValidator();
            sent.add("create "
                    + (validator == null ? "" : validator.toBsonDocument().toJson()));
            return code == null ? Mono.empty() : Mono.error(error(code));
        });
    }

    private Publisher<Document> ran(Bson command) {
        return Mono.fromSupplier(() -> {
            sent.add(command.toBsonDocument().toJson());
            return new Document("ok", 1);
        });
    }

    @Test
    void createsACollectionWithItsValidator() {
        StepVerifier.create(create(CHECKED, null)).verifyComplete();

        assertThat(sent).containsExactly("create " + VALIDATOR);
    }

    @Test
    void givesACollectionThatIsThereItsValidator() {
        StepVerifier.create(create(CHECKED, EXISTS)).verifyComplete();

        assertThat(sent)
                .containsExactly("create " + VALIDATOR, "{\"collMod\": \"houses\", \"validator\": " + VALIDATOR + "}");
    }

    @Test
    void createsACollectionWithoutAValidator() {
        StepVerifier.create(create(PLAIN, null)).verifyComplete();

        assertThat(sent).containsExactly("create ");
    }

    @Test
    void leavesACollectionThatIsThereAsItIsIfThereIsNoValidator() {
        StepVerifier.create(create(PLAIN, EXISTS)).verifyComplete();

        assertThat(sent).containsExactly("create ");
    }

    @Test
    void saysWhatFailed() {
        StepVerifier.create(create(CHECKED, 13)).verifyErrorSatisfies(failure -> assertThat(failure)
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("CollectionCreatorTest.Checked: createCollection in \"houses\" failed")
                .hasMessageContaining("so it is")
                .hasCauseInstanceOf(MongoCommandException.class));
        assertThat(sent).hasSize(1);
    }

    @Test
    void sendsNothingBeforeItIsSubscribedAndAllOfItEachTime() {
        Mono<Void> creation = create(CHECKED, null);
        assertThat(sent).isEmpty();

        creation.then(creation).block();
        assertThat(sent).hasSize(2);
    }
}
