// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.annotation.OnDelete;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.ValueCodecs;
import java.nio.ByteBuffer;
import java.util.List;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a save sends: the declared fields of an encoded document without its id, and those that are absent. */
class DeclaredFieldsTest {
    private static final class Thing {}

    private static final DocumentType<Thing> THING = DocumentType.builder(Thing.class, "things")
            .id("id", String.class, ValueCodecs.STRING, document -> null)
            .codec(registry -> {
                throw new UnsupportedOperationException("a test needs no codec");
            })
            .field("b", "b")
            .field("c", "ç")
            .link("a", "a", LinkShape.OPTIONAL, LinkStorage.ID, () -> DeclaredFieldsTest.THING)
            .backLink("back", LinkShape.LIST, "a", OnDelete.NOTHING, () -> DeclaredFieldsTest.THING)
            .build();

    private static BsonDocument update(String json) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            new BsonDocumentCodec()
                    .encode(
                            writer,
                            BsonDocument.parse(json),
                            EncoderContext.builder().build());
        }
        byte[] longer = ByteBuffer.allocate(buffer.getPosition() + 8)
                .put(buffer.toByteArray())
                .array();
        return DeclaredFields.of(THING).update(longer, buffer.getPosition(), new BsonString("x"));
    }

    @Test
    void knowsTheNamesOfWhatIsStored() {
        assertThat(THING.storedNames()).isEqualTo(List.of("b", "ç", "a"));
    }

    @Test
    void setsWhatIsThereAndUnsetsWhatIsNot() {
        assertThat(update("{_id: 'x', b: 1, a: null}"))
                .isEqualTo(BsonDocument.parse("{$set: {b: 1, a: null}, $unset: {'ç': ''}}"));
        assertThat(update("{_id: 'x'}")).isEqualTo(BsonDocument.parse("{$unset: {b: '', 'ç': '', a: ''}}"));
    }

    @Test
    void findsTheIdWhereverItStands() {
        assertThat(update("{a: 1, b: 2, _id: 'x', 'ç': 3}"))
                .isEqualTo(BsonDocument.parse("{$set: {a: 1, b: 2, 'ç': 3}}"));
        assertThat(update("{_t: 'Thing', a: 1, b: 2, 'ç': 3, _id: {a: 1}}"))
                .isEqualTo(BsonDocument.parse("{$set: {_t: 'Thing', a: 1, b: 2, 'ç': 3}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "{$numberLong: '1'}",
                "1.5",
                "{$numberDecimal: '1.5'}",
                "'text'",
                "''",
                "true",
                "null",
                "{$undefined: true}",
                "{$date: 1}",
                "{$timestamp: {t: 1, i: 2}}",
                "{$oid: '65f0c0ffee0123456789abcd'}",
                "{$binary: {base64: 'AAEC', subType: '00'}}",
                "{$regularExpression: {pattern: 'a', options: 'i'}}",
                "{$code: 'f()'}",
                "{$code: 'f()', $scope: {x: 1}}",
                "{$symbol: 's'}",
                "{$minKey: 1}",
                "{$maxKey: 1}",
                "{x: {y: [1, 'z']}}",
                "[1, {a: [2]}]",
                "[]",
                "{}"
            })
    void stepsOverValuesOfEveryType(String value) {
        assertThat(update("{b: " + value + ", _id: 'x', a: 1, 'ç': " + value + "}"))
                .isEqualTo(BsonDocument.parse("{$set: {b: " + value + ", a: 1, 'ç': " + value + "}}"));
    }
}
