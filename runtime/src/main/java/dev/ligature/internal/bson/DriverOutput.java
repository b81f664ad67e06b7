// SPDX-License-Identifier: Apache-2.0
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

/**
 * The sink to which a document is written on its way to a writer of the driver. Used for many documents, one after the
 * other.
 */
public final class DriverOutput {
    private static final BsonDocumentCodec DOCUMENTS = new BsonDocumentCodec();
    private static final EncoderContext CONTEXT = EncoderContext.builder().build();
    /** A sink that has grown beyond this size is not kept. */
    private static final int MOST_KEPT = 1 << 18;

    private final BsonSink sink = new BsonSink();
    private final SinkInput input = new SinkInput(sink);
    /** A writer that pipes it asks for its input, and for nothing else. */
    private final BsonBinaryReader reader = new BsonBinaryReader(input);

    /** An empty sink. */
    public BsonSink sink() {
        sink.clear();
        return sink;
    }

    /** Tells whether this should be kept for the next document. */
    public boolean isSmall() {
        return sink.bytes().length <= MOST_KEPT;
    }

    /** Writes what is in the sink to the given writer. */
    public void give(BsonWriter writer) {
        if (writer.getClass() == BsonBinaryWriter.class) {
            input.rewind();
            writer.pipe(reader);
        } else if (writer instanceof AbstractBsonWriter) {
            writer.pipe(new BsonBinaryReader(ByteBuffer.wrap(sink.bytes(), 0, sink.length())));
        } else { // a wrapper, which does not see pipe(…): the driver uses one to find the _id
            BsonDocument document = new RawBsonDocument(sink.bytes(), 0, sink.length()).decode(DOCUMENTS);
            DOCUMENTS.encode(writer, document, CONTEXT);
        }
    }
}
