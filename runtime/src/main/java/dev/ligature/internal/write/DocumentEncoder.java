package dev.ligature.internal.write;

import dev.ligature.DocumentWriteException;
import dev.ligature.InvalidValueException;
import dev.ligature.LigatureException;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.StorableWriter;
import dev.ligature.internal.Surrogates;
import dev.ligature.spi.DocumentCodec;
import java.util.Arrays;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
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
            throw explained(codec, document, e);
        }
        if (Surrogates.mayBeHalved(buffer.getInternalBuffer(), buffer.getPosition())) {
            writeStrictly(codec, document, new LastField());
        }
    }

    /** Writes once more, by a writer that knows where it is. */
    private static LigatureException explained(DocumentCodec<Object> codec, Object document, RuntimeException failure) {
        LastField writer = new LastField();
        try {
            writeStrictly(codec, document, writer);
        } catch (InvalidValueException e) {
            return e;
        } catch (RuntimeException e) {
            return unstorable(codec, document, writer.field, failure);
        }
        return unstorable(codec, document, "?", failure);
    }

    private static DocumentWriteException unstorable(
            DocumentCodec<Object> codec, Object document, String field, RuntimeException failure) {
        return new DocumentWriteException(
                codec.type() + " " + Excerpt.of(codec.idOf(document)) + ", field \"" + Excerpt.of(field)
                        + "\", cannot be stored: " + Excerpt.ofCause(failure),
                failure);
    }

    private static void writeStrictly(DocumentCodec<Object> codec, Object document, LastField writer) {
        try {
            codec.write(writer, document);
        } catch (StorableWriter.UnstorableTextException e) {
            throw new InvalidValueException(
                    codec.type() + "." + codec.type().memberPath(writer.field) + " of "
                            + Excerpt.of(codec.idOf(document)) + ": " + e.getMessage(),
                    e);
        }
    }

    /** Remembers the last field of the document itself: drivers do not say at which one they fail. */
    private static final class LastField extends StorableWriter {
        private String field = "";
        private int depth;

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
