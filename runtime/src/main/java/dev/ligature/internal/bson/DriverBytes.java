package dev.ligature.internal.bson;

import dev.ligature.DocumentReadException;
import dev.ligature.internal.Excerpt;
import dev.ligature.spi.BsonSink;
import dev.ligature.spi.BsonSource;
import dev.ligature.spi.DocumentType;
import java.nio.ByteBuffer;
import org.bson.AbstractBsonWriter;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonReader;
import org.bson.BsonSerializationException;
import org.bson.BsonWriter;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.io.BsonInput;
import org.bson.io.BsonInputMark;

/** Documents of the driver's readers and writers, as bytes. */
public final class DriverBytes {
    private static final int SMALLEST = Integer.BYTES + 1;
    /** More bytes than a document has, so that eight can be read at once wherever it has one. */
    private static final int SLACK = Long.BYTES;

    private static final BsonDocumentCodec DOCUMENTS = new BsonDocumentCodec();
    private static final EncoderContext CONTEXT = EncoderContext.builder().build();

    private DriverBytes() {}

    /**
     * The document at which a reader stands, which goes past it.
     *
     * @param type of the document, for the error
     * @throws DocumentReadException when there is none
     */
    public static BsonSource take(BsonReader reader, DocumentType<?> type) {
        try {
            return reader instanceof BsonBinaryReader binary ? copy(binary) : encoded(reader);
        } catch (RuntimeException e) {
            throw new DocumentReadException(
                    type.toString(),
                    null,
                    type + " (its _id was not read) in \"" + type.collection()
                            + "\": cannot be made of what is stored: " + Excerpt.ofCause(e),
                    e);
        }
    }

    private static BsonSource encoded(BsonReader reader) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            writer.pipe(reader);
        }
        return BsonSource.of(buffer.getInternalBuffer(), buffer.getPosition());
    }

    private static BsonSource copy(BsonBinaryReader reader) {
        if (reader.getCurrentBsonType() == null) {
            reader.readBsonType(); // in front of a document that is not within another one
        }
        BsonInput input = reader.getBsonInput();
        BsonInputMark front = input.getMark(Integer.BYTES);
        int size = input.readInt32();
        if (size < SMALLEST) {
            throw new BsonSerializationException("not BSON: found a document of " + size + " bytes");
        }
        front.reset();
        reader.skipValue(); // fails where there are not so many bytes, before room is made for them
        front.reset();
        byte[] bytes = new byte[size + SLACK];
        input.readBytes(bytes, 0, size);
        return BsonSource.of(bytes, size);
    }

    /** A document of the driver's that is bytes already. */
    public static BsonSource of(RawBsonDocument document) {
        ByteBuf buffer = document.getByteBuffer();
        int size = buffer.remaining();
        byte[] bytes = new byte[size + SLACK];
        buffer.get(bytes, 0, size);
        return BsonSource.of(bytes, size);
    }

    /** Writes a document where a writer stands. */
    public static void give(BsonSink sink, BsonWriter writer) {
        if (writer.getClass() == BsonBinaryWriter.class) {
            writer.pipe(new BsonBinaryReader(new SinkInput(sink)));
        } else if (writer instanceof AbstractBsonWriter) {
            writer.pipe(new BsonBinaryReader(ByteBuffer.wrap(sink.bytes(), 0, sink.length())));
        } else { // one around another, of which pipe(…) takes no notice: the driver's finds the _id so
            BsonDocument document = new RawBsonDocument(sink.bytes(), 0, sink.length()).decode(DOCUMENTS);
            DOCUMENTS.encode(writer, document, CONTEXT);
        }
    }
}
