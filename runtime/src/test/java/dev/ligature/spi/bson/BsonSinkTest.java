// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.bson.BsonArray;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonSerializationException;
import org.bson.BsonString;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BsonSinkTest {
    private static byte[] bytes(BsonDocument document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            new BsonDocumentCodec()
                    .encode(writer, document, EncoderContext.builder().build());
        }
        return buffer.toByteArray();
    }

    private static BsonSink open() {
        BsonSink sink = new BsonSink();
        sink.startDocument();
        return sink;
    }

    @Test
    void writesTextOfAnyCharactersAndLength() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            int most = random.nextInt(4) == 0 ? 0x110000 : random.nextBoolean() ? 0x80 : 0x900;
            String text = random.ints(random.nextInt(120), 0, most)
                    .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            BsonSink sink = open();
            sink.writeName(text.replace("\0", ""));
            sink.writeString(text);
            sink.end();

            assertThat(sink.copy())
                    .as("seed %s, text %s", seed, i)
                    .isEqualTo(bytes(new BsonDocument(text.replace("\0", ""), new BsonString(text))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ud800",
                "a\udc00b",
                "\udc00\ud800",
                "a text that is long enough to be copied at once, and ends so: \ud83d"
            })
    void refusesHalfOfACharacter(String text) {
        BsonSink sink = open();
        sink.writeName("a");

        assertThatThrownBy(() -> sink.writeString(text))
                .isInstanceOf(UnstorableTextException.class)
                .hasMessageContaining("half a surrogate pair");
    }

    @Test
    void refusesANameWithANul() {
        BsonSink sink = open();

        assertThatThrownBy(() -> sink.writeName("a\0b"))
                .isInstanceOf(UnstorableTextException.class)
                .hasMessageContaining("the key \"a\\0b\" has a NUL character");
    }

    @Test
    void numbersTheElementsOfArrays() {
        BsonArray array = new BsonArray();
        BsonSink sink = open();
        sink.writeName("a");
        sink.startArray();
        for (int index = 0; index < 1_234; index++) {
            array.add(new BsonInt32(index));
            sink.writeIndex(index);
            sink.writeInt32(index);
        }
        sink.end();
        sink.end();

        assertThat(sink.copy()).isEqualTo(bytes(new BsonDocument("a", array)));
    }

    @Test
    void writesNamesOfAnyLength() {
        BsonDocument document = new BsonDocument();
        String[] names = new String[40];
        for (int i = 0; i < names.length; i++) {
            names[i] = "x".repeat(i);
            document.append(names[i], new BsonInt32(i));
        }
        FieldNames fields = FieldNames.of(names);
        BsonSink sink = new BsonSink();
        for (int time = 0; time < 2; time++) { // over what is left of the first
            sink.clear();
            sink.startDocument();
            for (int i = 0; i < names.length; i++) {
                sink.writeInt32(fields, i, i);
            }
            sink.end();

            assertThat(sink.copy()).isEqualTo(bytes(document));
        }
    }

    @Test
    void knowsTheFieldInWhichItStands() {
        FieldNames fields = FieldNames.of("first", "second", "inner");
        BsonSink sink = open();
        assertThat(sink.field()).isEmpty();
        sink.writeInt32(fields, 0, 1);
        assertThat(sink.field()).isEqualTo("first");
        sink.writeName(fields, 1);
        sink.startDocument();
        sink.writeName(fields, 2);
        sink.startArray();
        assertThat(sink.field()).isEqualTo("second");
        sink.end();
        sink.end();
        assertThat(sink.field()).isEqualTo("second");
    }

    @Test
    void refusesToNestWithoutEnd() {
        BsonSink sink = open();

        assertThatThrownBy(() -> {
                    while (true) {
                        sink.writeName("a");
                        sink.startDocument();
                    }
                })
                .isInstanceOf(BsonSerializationException.class)
                .hasMessage("documents are nested more than 256 deep");
    }

    @Test
    void growsWithTheDocument() {
        String text = "x".repeat(3_000_000);
        BsonSink sink = open();
        sink.writeName("a");
        sink.writeString(text);
        sink.end();

        assertThat(sink.copy()).isEqualTo(bytes(new BsonDocument("a", new BsonString(text))));
    }
}
