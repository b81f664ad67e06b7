package dev.ligature.internal.write;

import dev.ligature.DocumentWriteException;
import dev.ligature.LigatureException;
import dev.ligature.spi.DocumentCodec;
import java.util.Arrays;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;

/** Encodes documents one after the other, and says of one that cannot be stored where that is. */
final class DocumentEncoder {
    private final BasicOutputBuffer buffer = new BasicOutputBuffer();

    /** @throws LigatureException when the document cannot be stored */
    RawBsonDocument encode(DocumentCodec<Object> codec, Object document) {
        write(codec, document);
        return new RawBsonDocument(Arrays.copyOf(buffer.getInternalBuffer(), buffer.getPosition()));
    }

    /**
     * The update that gives the stored document the declared fields of one in memory.
     *
     * @throws LigatureException when the document cannot be stored
     */
    BsonDocument encodeUpdate(DocumentCodec<Object> codec, Object document, DeclaredFields fields, BsonValue id) {
        write(codec, document);
        return fields.update(buffer.getInternalBuffer(), buffer.getPosition(), id);
    }

    private void write(DocumentCodec<Object> codec, Object document) {
        buffer.truncateToPosition(0);
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            codec.write(writer, document);
        } catch (LigatureException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new DocumentWriteException(
                    codec.type() + " " + codec.idOf(document) + ", field \"" + failingField(codec, document)
                            + "\", cannot be stored: " + e.getMessage(),
                    e);
        }
    }

    private static String failingField(DocumentCodec<Object> codec, Object document) {
        LastField writer = new LastField();
        try {
            codec.write(writer, document);
        } catch (RuntimeException e) {
            return writer.field; // the failure that the caller has seen, once more
        }
        return "?";
    }

    /** Remembers the last field of the document itself: drivers do not say at which one they fail. */
    private static final class LastField extends BsonDocumentWriter {
        private String field = "";
        private int depth;

        LastField() {
            super(new BsonDocument());
        }

        @Override
        public void writeName(String name) {
            if (depth == 1) {
                field = name;
            }
            super.writeName(name);
        }

        @Override
        public void writeStartDocument() {
            depth++;
            super.writeStartDocument();
        }

        @Override
        public void writeEndDocument() {
            depth--;
            super.writeEndDocument();
        }
    }
}
