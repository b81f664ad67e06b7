// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.IndexType;
import dev.ligature.spi.ValueCodecs;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of the replies of servers, in their own words. */
class DuplicateKeyTest {
    private static final DocumentType<Object> TYPE = DocumentType.builder(Object.class, "houses")
            .id("id", String.class, ValueCodecs.STRING, house -> null)
            .field("name", "n")
            .field("city", "city")
            .codec(registry -> {
                throw new UnsupportedOperationException("a reply needs no codec of the document");
            })
            .index(IndexType.of("name").onlyUnique())
            .index(IndexType.of("city", "-name").onlyUnique())
            .index(IndexType.of("city"))
            .build();
    private static final BsonDocument NONE = new BsonDocument();

    private static DuplicateKey read(String text) {
        return DuplicateKey.of(text, TYPE);
    }

    private static DuplicateKey key(String index, List<String> fields, String values) {
        return new DuplicateKey(index, fields, BsonDocument.parse(values));
    }

    private static DuplicateKey mongo(String index, String values) {
        return read("E11000 duplicate key error collection: town.houses index: " + index + " dup key: " + values);
    }

    @Test
    void readsIndexFieldsAndValuesOfMongoDb() {
        assertThat(mongo("n_1", "{ n: \"Oak\" }")).isEqualTo(key("n_1", List.of("n"), "{n: 'Oak'}"));
        assertThat(mongo("city_1_n_-1", "{ city: \"Graz\", n: 7 }"))
                .isEqualTo(key("city_1_n_-1", List.of("city", "n"), "{city: 'Graz', n: 7}"));
        assertThat(mongo("_id_", "{ _id: ObjectId('665000000000000000000001') }"))
                .isEqualTo(key("_id_", List.of("_id"), "{_id: {$oid: '665000000000000000000001'}}"));
        assertThat(mongo("_id_", "{ _id: UUID(\"5a3b1c1e-0000-4000-8000-000000000001\") }")
                        .values())
                .containsKey("_id");
        assertThat(mongo("n_1", "{ n: null }")).isEqualTo(key("n_1", List.of("n"), "{n: null}"));
        assertThat(mongo("n_1", "{ n: new Date(1700000000000) }")
                        .values()
                        .getDateTime("n")
                        .getValue())
                .isEqualTo(1_700_000_000_000L);
    }

    @Test
    void readsTheOneFieldOfAnIndexThatTheDocumentDoesNotDeclare() {
        assertThat(mongo("mail of a person", "{ person.mail: \"a@b\" }"))
                .isEqualTo(key("mail of a person", List.of("person.mail"), "{'person.mail': 'a@b'}"));
        assertThat(mongo("a_1_b_1", "{ a: 1, b: 2 }")).isEqualTo(key("a_1_b_1", List.of(), "{}"));
    }

    @Test
    void readsTheIndexOfDocumentDb() {
        assertThat(read("Duplicate key violation on the requested collection: Index 'n_1'"))
                .isEqualTo(key("n_1", List.of("n"), "{}"));
        assertThat(read("Duplicate key violation on the requested collection: Index '_id_'"))
                .isEqualTo(key("_id_", List.of("_id"), "{}"));
        assertThat(read("Duplicate key violation on the requested collection: Index 'other'"))
                .isEqualTo(key("other", List.of(), "{}"));
        assertThat(read("E11000 duplicate key error ERROR: conflicting key value violates exclusion constraint"))
                .isEqualTo(new DuplicateKey(null, List.of(), NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ n: \"a\", n: \"b\" }",
                "{ n: \"a\" b\" }",
                "{ n: \"a\"} b\" }",
                "{ n: \"C:\\temp\" }",
                "{ n: \"a \\\"b\\\"\" }",
                "{ n: \"a long text that was c...\" }",
                "{ n: { a: 1 } }",
                "{ n: Nothing(1) }",
                "{ m: 1 }",
                "{ : 1 }"
            })
    void leavesOutValuesThatCanBeReadInMoreThanOneWay(String values) {
        assertThat(mongo("n_1", values)).isEqualTo(key("n_1", List.of("n"), "{}"));
    }

    /** What a server that escapes nothing says about the city {@code x\} and the name {@code , n: "y}. */
    @Test
    void leavesOutAStringThatSeemsToEndInTheNextField() {
        assertThat(mongo("city_1_n_-1", "{ city: \"x\\\", n: \", n: \"y\" }"))
                .isEqualTo(key("city_1_n_-1", List.of("city", "n"), "{}"));
    }

    @Test
    void leavesOutWhatACollationMadeOfValues() {
        assertThat(read(
                        "E11000 duplicate key error collection: town.houses index: n_1 collation: { locale: \"de\" } dup key:"
                                + " { n: \"0x29303d\" }"))
                .isEqualTo(key("n_1", List.of("n"), "{}"));
    }

    @Test
    void leavesOutVeryLongValues() {
        assertThat(mongo("n_1", "{ n: \"" + "\\\"".repeat(100_000) + "\" }")).isEqualTo(key("n_1", List.of("n"), "{}"));
    }

    @Test
    void readsTheFirstDuplicateOfABulk() {
        MongoException bulk = new MongoBulkWriteException(
                BulkWriteResult.acknowledged(0, 0, 0, null, List.of(), List.of()),
                List.of(
                        new BulkWriteError(121, "Document failed validation", NONE, 0),
                        new BulkWriteError(
                                11000,
                                "E11000 duplicate key error collection: t.houses index: n_1 dup key: { n: \"a\" }",
                                NONE,
                                1)),
                null,
                new ServerAddress(),
                Set.of());

        assertThat(DuplicateKey.of(bulk, TYPE)).contains(key("n_1", List.of("n"), "{n: 'a'}"));
    }

    @Test
    void readsWhatAReplySaysInFields() {
        BsonDocument reply =
                BsonDocument.parse("{ok: 0, code: 11000, errmsg: 'E11000 duplicate key error collection: t.c index:"
                        + " a_1_b_1 dup key: { a: 1, b: 2 }', keyPattern: {a: 1, b: 1}, keyValue: {a: 1, b: 2}}");

        assertThat(DuplicateKey.of(new MongoCommandException(reply, new ServerAddress()), TYPE))
                .contains(key("a_1_b_1", List.of("a", "b"), "{a: 1, b: 2}"));
    }

    @Test
    void isNothingThatOtherErrorsSay() {
        MongoException other = new MongoWriteException(
                new WriteError(121, "index: n_1 dup key: { n: 1 }", NONE), new ServerAddress(), Set.of());

        assertThat(DuplicateKey.of(other, TYPE)).isEmpty();
        assertThat(DuplicateKey.of(new MongoException(112, "WriteConflict"), TYPE))
                .isEmpty();
        assertThat(DuplicateKey.of(new MongoException("closed"), TYPE)).isEmpty();
    }
}
