// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DocumentReadException;
import dev.ligature.it.RandomDocuments.Kind;
import dev.ligature.it.model.House;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonArray;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Bytes that are no document of the declared kind, or no document at all, are a {@link DocumentReadException}, or a document by chance:
 * never another failure, and never more time or memory than a document takes. 20,000 inputs; {@code -Dligature.inputs=1000000} for more.
 */
class DamagedBytesTest {
    private static final int INPUTS = Integer.getInteger("ligature.inputs", 20_000) / Kind.values().length;
    private static final int INPUTS_PER_DOCUMENT = 50;
    private static final BsonDocumentCodec DRIVER = new BsonDocumentCodec();
    private static final Pattern LENGTH = Pattern.compile("of (-?\\d+) bytes");
    private static final Field A = new Field("a", (byte) 3);

    /** Failures of a reader that has believed the bytes. */
    private static final List<Class<? extends RuntimeException>> FAILURES_OF_READING = List.of(
            IndexOutOfBoundsException.class,
            BufferUnderflowException.class,
            NegativeArraySizeException.class,
            ClassCastException.class);

    @ParameterizedTest
    @EnumSource
    @Timeout(600)
    void readsOrRefusesWhateverTheBytesAre(Kind kind) {
        long seed = Long.getLong("ligature.seed", System.nanoTime());
        Random random = new Random(seed);
        DamagedBytes damaged = new DamagedBytes(random);
        byte[] stored = {};
        int read = 0;
        for (int input = 0; input < INPUTS; input++) {
            if (input % INPUTS_PER_DOCUMENT == 0) {
                stored = stored(kind.codec(), new RandomDocuments(random).document(kind));
            }
            byte[] bytes = damaged.of(stored);
            read += reads(kind.codec(), bytes, "seed " + seed + ", input " + input) ? 1 : 0;
        }
        assertThat(read).as("documents by chance").isBetween(INPUTS / 1000, INPUTS - INPUTS / 10);
    }

    /** Whether the bytes are read as a document, and not refused as they have to be. */
    private static boolean reads(DocumentCodec<Object> codec, byte[] bytes, String input) {
        boolean isRead = true;
        try {
            codec.read(BsonSource.of(bytes), ExtraFields.SKIP);
        } catch (DocumentReadException e) {
            isRead = false;
            requireReason(codec, bytes, e, input);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(input, e);
        }
        try {
            codec.decode(
                    new BsonBinaryReader(ByteBuffer.wrap(bytes)),
                    DecoderContext.builder().build());
        } catch (DocumentReadException e) {
            requireReason(codec, bytes, e, input);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(input + ", by a reader of the driver's", e);
        }
        return isRead;
    }

    private static void requireReason(
            DocumentCodec<Object> codec, byte[] bytes, DocumentReadException failure, String input) {
        String message = String.valueOf(failure.getMessage());
        if (!message.startsWith(codec.type() + " ")
                || FAILURES_OF_READING.stream().anyMatch(type -> type.isInstance(failure.getCause()))) {
            throw new AssertionError(input, failure);
        }
        if (message.contains("not BSON") && !isPlainlyRefused(message, bytes) && isReadByTheDriver(bytes)) {
            throw new AssertionError(input + ": the driver reads what is refused", failure);
        }
    }

    /** The driver does not look at UTF-8, and takes a second to make room for whatever length it is told. */
    private static boolean isPlainlyRefused(String message, byte[] bytes) {
        if (message.contains("UTF-8")) {
            return true;
        }
        Matcher length = LENGTH.matcher(message);
        return length.find() && (length.group(1).startsWith("-") || Integer.parseInt(length.group(1)) > bytes.length);
    }

    private static boolean isReadByTheDriver(byte[] bytes) {
        try {
            new RawBsonDocument(bytes).decode(DRIVER);
            return true;
        } catch (RuntimeException | OutOfMemoryError e) { // of a length further on, which the driver believes
            return false;
        }
    }

    private static byte[] stored(DocumentCodec<Object> codec, Object document) {
        BsonSink sink = new BsonSink();
        codec.write(sink, document);
        return sink.copy();
    }

    private static byte[] stored(BsonDocument document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            DRIVER.encode(writer, document, EncoderContext.builder().build());
        }
        return buffer.toByteArray();
    }

    /** Documents in one another, more than the driver can write; each has one field, by turns of the given names and types. */
    private static byte[] nested(int depth, Field... fields) {
        int size = Integer.BYTES + 1;
        for (int level = 0; level < depth; level++) {
            size += fields[level % fields.length].size() + Integer.BYTES + 1;
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        for (int level = 0; level < depth; level++) {
            Field field = fields[level % fields.length];
            bytes.putInt(size).put(field.type()).put(field.name().getBytes(StandardCharsets.UTF_8));
            bytes.put((byte) 0);
            size -= field.size() + Integer.BYTES + 1;
        }
        bytes.putInt(size);
        return bytes.array();
    }

    /** A field of ASCII letters that holds a document or an array. */
    private record Field(String name, byte type) {
        int size() {
            return 1 + name.length() + 1;
        }
    }

    /** A document with one more field, which is the given one. */
    private static byte[] with(BsonDocument document, String name, byte[] value) {
        byte[] front = stored(document);
        byte[] encodedName = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(front.length + 1 + encodedName.length + 1 + value.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(front, 0, front.length - 1).put((byte) 3).put(encodedName).put((byte) 0);
        bytes.put(value);
        bytes.putInt(0, bytes.capacity());
        return bytes.array();
    }

    @Test
    void refusesThousandsOfDocumentsInOneAnother() {
        byte[] garage = nested(100_000, new Field("alcoves", (byte) 4), new Field("0", (byte) 3));
        byte[] flat = with(new BsonDocument("_id", new BsonInt32(7)), "garage", garage);

        assertThatThrownBy(() -> Kind.FLAT.codec().read(BsonSource.of(flat), ExtraFields.SKIP))
                .isInstanceOf(DocumentReadException.class)
                .hasMessageStartingWith("Flat 7 in \"flats\", field \"garage.alcoves[0].alcoves[0].alcoves[0]")
                .hasMessageEndingWith("documents nested more than 256 deep");
    }

    @Test
    void refusesThousandsOfDocumentsInOneAnotherForACodecOfTheDriver() {
        byte[] specimen = with(new BsonDocument(), "document", nested(100_000, A));

        assertThatThrownBy(() -> Kind.SPECIMEN.codec().read(BsonSource.of(specimen), ExtraFields.SKIP))
                .isInstanceOf(DocumentReadException.class)
                .hasMessageContaining("field \"document.a.a.a")
                .hasMessageContaining("documents nested more than 256 deep");
    }

    @Test
    void skipsThousandsOfDocumentsInOneAnother() {
        byte[] house = with(house(), "unknown", nested(100_000, A));

        assertThat(Kind.HOUSE.codec().read(BsonSource.of(house), ExtraFields.SKIP))
                .isNotNull();
    }

    private static BsonDocument house() {
        return BsonDocument.parse("{_id: {$oid: '65f0c0ffee0123456789abcd'}, name: 'Oak', rooms: 1, tags: ['a', 'bc'],"
                + " door: {$oid: '65f0c0ffee0123456789abcd'}, win: []}");
    }

    @Test
    void namesTheFieldWhereTheBytesAreDamaged() {
        byte[] house = stored(house());
        house[indexOf(house, "bc")] = (byte) 0xc3; // the first of two bytes

        assertThatThrownBy(() -> Kind.HOUSE.codec().read(BsonSource.of(house), ExtraFields.SKIP))
                .isInstanceOf(DocumentReadException.class)
                .hasMessage("House 65f0c0ffee0123456789abcd in \"houses\", field \"tags[1]\": not BSON: found text"
                        + " that is not UTF-8");
    }

    @Test
    void keepsTheCharacterThatStandsForUnreadableOnes() {
        BsonDocument house = house();
        house.put("tags", new BsonArray(List.<BsonValue>of(new BsonString("a\uFFFDb"))));

        Object read = Kind.HOUSE.codec().read(BsonSource.of(stored(house)), ExtraFields.SKIP);

        assertThat(((House) read).tags()).containsExactly("a\uFFFDb");
    }

    @Test
    void makesNoRoomForALengthThatNothingStandsBehind() {
        byte[] house = stored(house());
        ByteBuffer.wrap(house).order(ByteOrder.LITTLE_ENDIAN).putInt(0, Integer.MAX_VALUE - 16);

        assertThatThrownBy(() -> Kind.HOUSE
                        .codec()
                        .decode(
                                new BsonBinaryReader(ByteBuffer.wrap(house)),
                                DecoderContext.builder().build()))
                .isInstanceOf(DocumentReadException.class)
                .hasMessageStartingWith("House (its _id was not read) in \"houses\": ");
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
