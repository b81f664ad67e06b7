// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import dev.ligature.DocumentReadException;
import dev.ligature.spi.DocumentCodec;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonReader;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/** Writes random documents with generated codecs and reads them back. */
final class RoundTrip {
    private static final int DOCUMENTS = 3;
    private static final int DAMAGES = 20;

    private final Chance chance;
    private final RandomValues values;

    private RoundTrip(Chance chance) {
        this.chance = chance;
        this.values = new RandomValues(chance);
    }

    /** What goes wrong, if anything does. */
    static Optional<String> failure(Verdict.Accepted byJavac, Verdict.@Nullable Accepted byEclipse, Chance chance) {
        try {
            return new RoundTrip(chance).failure(byJavac, byEclipse);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return Optional.of("A round trip throws " + trace(e));
        }
    }

    private static String trace(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            trace.append(each)
                    .append("\n  at ")
                    .append(each.getStackTrace().length == 0 ? "?" : each.getStackTrace()[0])
                    .append('\n');
        }
        return trace.toString();
    }

    private Optional<String> failure(Verdict.Accepted byJavac, Verdict.@Nullable Accepted byEclipse)
            throws ReflectiveOperationException {
        AnyCodecs anyCodecs = new AnyCodecs();
        CodecRegistry registry = CodecRegistries.fromProviders(anyCodecs);
        List<DocumentCodec<Object>> codecs = new CompiledTypes(byJavac.classes()).codecs(registry);
        List<DocumentCodec<Object>> others =
                byEclipse == null ? List.of() : new CompiledTypes(byEclipse.classes()).codecs(registry);
        for (DocumentCodec<Object> codec : codecs) {
            for (int i = 0; i < DOCUMENTS; i++) {
                Optional<String> failure = failure(codec, anyCodecs.hasDeclared() ? List.of() : others);
                if (failure.isPresent()) {
                    return failure;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> failure(DocumentCodec<Object> codec, List<DocumentCodec<Object>> others)
            throws ReflectiveOperationException {
        Object document = values.document(codec.type().documentClass());
        byte[] stored = encode(codec, document);
        BsonDocument plain = BsonDocument.parse("{}");
        plain.putAll(new RawBsonDocument(stored).decode(new org.bson.codecs.BsonDocumentCodec()));
        BsonDocument disordered =
                new Disorder(chance).of(plain, document, codec.type().idMember());

        for (BsonReader reader : List.of(
                binary(stored),
                new BsonDocumentReader(plain),
                new BsonDocumentReader(disordered),
                binary(bytes(disordered)))) {
            Optional<String> difference = Sameness.difference(document, decode(codec, reader));
            if (difference.isPresent()) {
                return Optional.of("Read back otherwise: " + codec.type() + difference.get() + "\nin " + plain.toJson()
                        + "\nor " + disordered.toJson());
            }
        }
        Optional<String> unread = failureOfDamaged(codec, stored);
        if (unread.isPresent()) {
            return unread;
        }
        for (DocumentCodec<Object> other : others) {
            if (other.type()
                            .documentClass()
                            .getName()
                            .equals(codec.type().documentClass().getName())
                    && !java.util.Arrays.equals(stored, encode(other, decode(other, binary(stored))))) {
                return Optional.of("Stored otherwise when compiled by Eclipse: " + codec.type());
            }
        }
        return Optional.empty();
    }

    /** Damaged bytes are read, or refused as such. */
    private Optional<String> failureOfDamaged(DocumentCodec<Object> codec, byte[] stored) {
        for (int i = 0; i < DAMAGES; i++) {
            byte[] damaged = stored.clone();
            for (int flips = chance.between(1, 3); flips > 0; flips--) {
                damaged[chance.below(damaged.length)] ^= (byte) (1 << chance.below(Byte.SIZE));
            }
            try {
                decode(codec, binary(damaged));
            } catch (DocumentReadException e) {
                // as it has to be
            } catch (RuntimeException | StackOverflowError e) {
                return Optional.of("Damaged bytes are neither read nor refused: " + codec.type() + ", "
                        + HexFormat.of().formatHex(damaged) + ": " + trace(e));
            }
        }
        return Optional.empty();
    }

    private static Object decode(Codec<Object> codec, BsonReader reader) {
        return codec.decode(reader, DecoderContext.builder().build());
    }

    private static byte[] encode(Codec<Object> codec, Object document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            codec.encode(writer, document, EncoderContext.builder().build());
        }
        return buffer.toByteArray();
    }

    private static byte[] bytes(BsonDocument document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            new org.bson.codecs.BsonDocumentCodec()
                    .encode(writer, document, EncoderContext.builder().build());
        }
        return buffer.toByteArray();
    }

    private static BsonReader binary(byte[] bytes) {
        return new BsonBinaryReader(ByteBuffer.wrap(bytes));
    }
}
