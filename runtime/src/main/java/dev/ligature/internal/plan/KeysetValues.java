// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonSerializationException;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * The values of sort keys as BSON bytes. Whoever holds a token can change them, so reading trusts no length, no depth
 * and no type.
 */
final class KeysetValues {
    private static final Set<BsonType> TYPES = Set.of(
            BsonType.NULL,
            BsonType.BOOLEAN,
            BsonType.INT32,
            BsonType.INT64,
            BsonType.DOUBLE,
            BsonType.DECIMAL128,
            BsonType.STRING,
            BsonType.OBJECT_ID,
            BsonType.BINARY,
            BsonType.DATE_TIME,
            BsonType.TIMESTAMP,
            BsonType.DOCUMENT, // ids of several members
            BsonType.ARRAY); // only within documents

    /** As deep as a server stores documents. */
    private static final int MAX_DEPTH = 100;

    private final BsonBinaryReader reader;
    private final int size;

    private KeysetValues(BsonBinaryReader reader, int size) {
        this.reader = reader;
        this.size = size;
    }

    /** Whether a value can be written and read back. */
    static boolean isValue(BsonValue value) {
        if (value.isDocument()) {
            return value.asDocument().values().stream().allMatch(KeysetValues::isValue);
        }
        return value.isArray()
                ? value.asArray().stream().allMatch(KeysetValues::isValue)
                : TYPES.contains(value.getBsonType());
    }

    static byte[] write(List<BsonValue> values) {
        BsonDocument document = new BsonDocument();
        for (BsonValue value : values) {
            document.append(String.valueOf(document.size()), value);
        }
        BasicOutputBuffer bytes = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
            new BsonDocumentCodec()
                    .encode(writer, document, EncoderContext.builder().build());
        }
        return bytes.toByteArray();
    }

    /**
     * @throws RuntimeException if the bytes are not what {@link #write} creates
     */
    static List<BsonValue> read(byte[] bytes) {
        try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(bytes))) {
            BsonDocument document = new KeysetValues(reader, bytes.length).document(0);
            if (reader.getBsonInput().getPosition() != bytes.length) {
                throw new BsonSerializationException("bytes after the end");
            }
            return new ArrayList<>(document.values());
        }
    }

    private BsonDocument document(int depth) {
        BsonDocument document = new BsonDocument();
        reader.readStartDocument();
        for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
            document.append(reader.readName(), value(type, depth + 1));
        }
        reader.readEndDocument();
        return document;
    }

    private BsonArray array(int depth) {
        BsonArray array = new BsonArray();
        reader.readStartArray();
        for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
            array.add(value(type, depth + 1));
        }
        reader.readEndArray();
        return array;
    }

    private BsonValue value(BsonType type, int depth) {
        if (depth > MAX_DEPTH) {
            throw new BsonSerializationException("nested too deeply");
        }
        return switch (type) {
            case NULL -> {
                reader.readNull();
                yield BsonNull.VALUE;
            }
            case BOOLEAN -> BsonBoolean.valueOf(reader.readBoolean());
            case INT32 -> new BsonInt32(reader.readInt32());
            case INT64 -> new BsonInt64(reader.readInt64());
            case DOUBLE -> new BsonDouble(reader.readDouble());
            case DECIMAL128 -> new BsonDecimal128(reader.readDecimal128());
            case STRING -> new BsonString(reader.readString());
            case OBJECT_ID -> new BsonObjectId(reader.readObjectId());
            case BINARY -> binary();
            case DATE_TIME -> new BsonDateTime(reader.readDateTime());
            case TIMESTAMP -> reader.readTimestamp();
            case DOCUMENT -> document(depth);
            case ARRAY -> array(depth);
            default -> throw new BsonSerializationException("no value of a sort key is a " + type);
        };
    }

    /** The driver allocates as many bytes as the length says before it checks whether they are there. */
    private BsonValue binary() {
        int length = reader.peekBinarySize();
        if (length < 0 || length > size) {
            throw new BsonSerializationException("binary data of " + length + " bytes");
        }
        return reader.readBinaryData();
    }
}
