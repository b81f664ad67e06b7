package dev.ligature.internal.bson;

import dev.ligature.spi.bson.BsonSink;
import java.nio.ByteBuffer;
import org.bson.AbstractBsonWriter;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;

/** What a document is written to on its way to a writer of the driver's. Made once for many documents, one after the other. */
public final class DriverOutput {
    private static final BsonDocumentCodec DOCUMENTS = new BsonDocumentCodec();
    private static final EncoderContext CONTEXT = EncoderContext.builder().build();
    /** One that has grown beyond this is not kept. */
    private static final int MOST_KEPT = 1 << 18;

    private final BsonSink sink = new BsonSink();
    private final SinkInput input = new SinkInput(sink);
    /** Of which a writer that pipes it asks for its input, and for nothing else. */
    private final BsonBinaryReader reader = new BsonBinaryReader(input);

    /** An empty sink. */
    public BsonSink sink() {
        sink.clear();
        return sink;
    }

    /** Whether this is worth being kept for the next document. */
    public boolean isSmall() {
        return sink.bytes().length <= MOST_KEPT;
    }

    /** Writes what is in the sink where a writer stands. */
    public void give(BsonWriter writer) {
        if (writer.getClass() == BsonBinaryWriter.class) {
            input.rewind();
            writer.pipe(reader);
        } else if (writer instanceof AbstractBsonWriter) {
            writer.pipe(new BsonBinaryReader(ByteBuffer.wrap(sink.bytes(), 0, sink.length())));
        } else { // one around another, of which pipe(…) takes no notice: the driver's finds the _id so
            BsonDocument document = new RawBsonDocument(sink.bytes(), 0, sink.length()).decode(DOCUMENTS);
            DOCUMENTS.encode(writer, document, CONTEXT);
        }
    }
}
