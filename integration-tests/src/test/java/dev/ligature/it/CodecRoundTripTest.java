// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.RandomDocuments.Kind;
import dev.ligature.it.model.House;
import dev.ligature.it.orders.Order;
import dev.ligature.link.Ref;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.BsonValueCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What codecs write they read back, for random documents, and with their fields in any order. A failure names the seed that brings it back. */
class CodecRoundTripTest {
    private static final int DOCUMENTS = 100;
    private static final BsonValueCodec VALUES = new BsonValueCodec();

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrites(Kind kind) {
        long firstSeed = System.nanoTime();
        for (long seed = firstSeed; seed < firstSeed + DOCUMENTS; seed++) {
            check(seed, kind.codec(), new RandomDocuments(new Random(seed)).document(kind));
        }
    }

    /** Each value as the driver writes it, to the last bit. */
    @ParameterizedTest
    @EnumSource
    void writesWhatTheDriverWouldWrite(Kind kind) {
        long firstSeed = System.nanoTime();
        for (long seed = firstSeed; seed < firstSeed + DOCUMENTS; seed++) {
            Object document = new RandomDocuments(new Random(seed)).document(kind);
            byte[] written = bytes(kind.codec(), document);
            BsonDocument read = new RawBsonDocument(written).decode(new BsonDocumentCodec());

            assertThat(bytes(new BsonDocumentCodec(), read)).as("seed %s", seed).isEqualTo(written);
        }
    }

    private static <T> byte[] bytes(Codec<T> codec, T document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            codec.encode(writer, document, EncoderContext.builder().build());
        }
        return buffer.toByteArray();
    }

    /** The driver asks such a writer for the {@code _id} afterwards. */
    @ParameterizedTest
    @EnumSource
    void writesFieldByFieldToAWriterAroundAnother(Kind kind) {
        Object document = new RandomDocuments(new Random()).document(kind);
        BsonDocument expected = encode(kind.codec(), document);
        BsonDocument written = new BsonDocument();
        List<String> names = new ArrayList<>();
        BsonDocumentWriter inner = new BsonDocumentWriter(written);
        BsonWriter outer = (BsonWriter) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BsonWriter.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("writeName")) {
                        names.add((String) arguments[0]);
                    }
                    assertThat(method.getName()).isNotEqualTo("pipe");
                    return method.invoke(inner, arguments);
                });

        kind.codec().encode(outer, document, EncoderContext.builder().build());

        assertThat(written).isEqualTo(expected);
        assertThat(names).containsAll(expected.keySet());
    }

    private static <T> void check(long seed, Codec<T> codec, T document) {
        BsonDocument encoded = encode(codec, document);
        T fromValues = codec.decode(
                new BsonDocumentReader(encoded), DecoderContext.builder().build());
        T fromBytes = new RawBsonDocument(document, codec).decode(codec);

        T fromOtherOrder = reordered(encoded, new Random(seed)).decode(codec);

        for (T decoded : List.of(fromValues, fromBytes, fromOtherOrder)) {
            if (document instanceof House || document instanceof Order) {
                assertThat(decoded).as("seed %s", seed).isEqualTo(document);
            } else {
                assertThat(decoded)
                        .as("seed %s", seed)
                        .usingRecursiveComparison()
                        .withEqualsForType(Double::equals, Double.class)
                        .withEqualsForType(Float::equals, Float.class)
                        .withEqualsForType(Object::equals, Ref.class)
                        .isEqualTo(document);
            }
            assertThat(encode(codec, decoded))
                    .as("seed %s, encoded again", seed)
                    .isEqualTo(encoded);
        }
    }

    /** The same fields in another order, some of them twice, with unknown ones between them. */
    private static RawBsonDocument reordered(BsonDocument document, Random random) {
        List<String> names = new ArrayList<>(document.keySet());
        names.addAll(List.of("unknown", "_further"));
        names.addAll(List.copyOf(names.subList(0, random.nextInt(names.size()))));
        Collections.shuffle(names, random);
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            writer.writeStartDocument();
            for (String name : names) {
                writer.writeName(name);
                BsonValue value = document.get(name, new BsonDocument("unknown", new BsonInt32(1)));
                VALUES.encode(writer, value, EncoderContext.builder().build());
            }
            writer.writeEndDocument();
        }
        return new RawBsonDocument(buffer.toByteArray());
    }

    private static <T> BsonDocument encode(Codec<T> codec, T document) {
        BsonDocument encoded = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(encoded),
                document,
                EncoderContext.builder().build());
        return encoded;
    }
}
