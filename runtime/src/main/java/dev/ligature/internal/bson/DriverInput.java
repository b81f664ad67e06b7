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
 * What a document of a reader of the driver's is copied to before it is read. Made once for many documents, one after the other: what is read
 * of them keeps none of these bytes.
 */
public final class DriverInput {
    /** One that has grown beyond this is not kept. */
    private static final int MOST_KEPT = 1 << 18;

    private byte[] bytes = new byte[BsonSource.SLACK];
    private final BsonSource source = BsonSource.of(bytes, 0);

    /** Whether this is worth being kept for the next document. */
    public boolean isSmall() {
        return bytes.length <= MOST_KEPT;
    }

    /**
     * The document at which a reader stands, which goes past it. It is here until the next one is taken.
     *
     * @throws RuntimeException when there is none
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
            value = reader.readBsonType(); // in front of a document that is not within another one
        }
        if (value != BsonType.DOCUMENT) {
            throw ReadFailure.unexpected("a document", value);
        }
        BsonInput input = reader.getBsonInput();
        int start = input.getPosition();
        BsonInputMark front = input.getMark(Integer.BYTES);
        reader.skipValue(); // fails where there are not so many bytes, before room is made for them
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
