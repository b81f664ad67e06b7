// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.bson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.ReadFailure;
import java.nio.ByteBuffer;
import org.bson.BsonArray;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonReader;
import org.bson.BsonString;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriverInputTest {
    private final DriverInput input = new DriverInput();

    private static BsonReader binary(BsonDocument document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            new BsonDocumentCodec()
                    .encode(writer, document, EncoderContext.builder().build());
        }
        return new BsonBinaryReader(ByteBuffer.wrap(buffer.toByteArray()));
    }

    private BsonSource take(BsonReader reader) {
        return input.take(reader);
    }

    private static byte[] bytes(BsonDocument document) {
        return new DriverInput().take(binary(document)).copy();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesDocumentsOfAnySizeOneAfterAnother(boolean isBinary) {
        for (int size : new int[] {0, 1, 3, 700, 2, 100_000, 5}) {
            BsonDocument document = new BsonDocument("text", new BsonString("x".repeat(size)));

            BsonSource source = take(isBinary ? binary(document) : new BsonDocumentReader(document));

            assertThat(source.copy()).isEqualTo(bytes(document));
            source.startDocument();
            assertThat(source.advance()).isTrue();
            assertThat(source.name()).isEqualTo("text");
            assertThat(source.path(0)).isEqualTo("text"); // and leaves it in the middle
        }
    }

    @Test
    void leavesTheReaderBehindTheDocument() {
        BsonReader reader =
                binary(new BsonDocument("house", BsonDocument.parse("{a: 1}")).append("b", new BsonString("c")));
        reader.readStartDocument();
        reader.readName("house");

        assertThat(take(reader).copy()).isEqualTo(bytes(BsonDocument.parse("{a: 1}")));
        assertThat(reader.readString("b")).isEqualTo("c");
    }

    @Test
    void refusesAValueThatIsNoDocument() {
        BsonReader reader = binary(new BsonDocument("house", new BsonArray()));
        reader.readStartDocument();
        reader.readName("house");

        assertThatThrownBy(() -> take(reader))
                .isInstanceOf(ReadFailure.class)
                .hasMessageContaining("expected a document, found ARRAY");
    }

    @Test
    void isNotKeptWhenItHasGrown() {
        take(binary(new BsonDocument("text", new BsonString("x".repeat(200_000)))));
        assertThat(input.isSmall()).isTrue();
        take(binary(new BsonDocument("text", new BsonString("x".repeat(300_000)))));
        assertThat(input.isSmall()).isFalse();
    }
}
