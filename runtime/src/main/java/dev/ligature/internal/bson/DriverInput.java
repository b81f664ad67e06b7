// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.bson;

import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.ReadFailure;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.io.BasicOutputBuffer;
import org.bson.io.BsonInput;
import org.bson.io.BsonInputMark;

/**
 * The array to which a document is copied from a reader of the driver before it is read. Used for many documents, one
 * after the other: nothing that is read keeps these bytes.
 */
public final class DriverInput {
    /** An array that has grown beyond this size is not kept. */
    private static final int MOST_KEPT = 1 << 18;

    private byte[] bytes = new byte[BsonSource.SLACK];
    private final BsonSource source = BsonSource.of(bytes, 0);

    /** Tells whether this should be kept for the next document. */
    public boolean isSmall() {
        return bytes.length <= MOST_KEPT;
    }

    /**
     * Returns the document at which the given reader stands, and moves the reader past it. The document is valid until
     * the next one is taken.
     *
     * @throws RuntimeException if there is none
     */
    public BsonSource take(BsonReader reader) {
        int size = reader instanceof BsonBinaryReader binary ? copy(binary) : encode(reader);
        source.reset(bytes, size);
        return source;
    }

    private int encode(BsonReader reader) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            writer.pipe(reader);
        }
        int size = buffer.getPosition();
        require(size);
        System.arraycopy(buffer.getInternalBuffer(), 0, bytes, 0, size);
        return size;
    }

    private int copy(BsonBinaryReader reader) {
        BsonType value = reader.getCurrentBsonType();
        if (value == null) {
            value = reader.readBsonType(); // before a document that is not inside another one
        }
        if (value != BsonType.DOCUMENT) {
            throw ReadFailure.unexpected("a document", value);
        }
        BsonInput input = reader.getBsonInput();
        int start = input.getPosition();
        BsonInputMark front = input.getMark(Integer.BYTES);
        reader.skipValue(); // fails if there are fewer bytes, before memory is allocated
        int size = input.getPosition() - start;
        if (size < 0) {
            throw new ReadFailure("not BSON: found a document of less than no bytes");
        }
        front.reset();
        require(size);
        input.readBytes(bytes, 0, size);
        return size;
    }

    private void require(int size) {
        if (size > bytes.length - BsonSource.SLACK) {
            bytes = new byte[Math.max(size + BsonSource.SLACK, Math.min(2 * bytes.length, MOST_KEPT))];
        }
    }
}
