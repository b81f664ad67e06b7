package dev.ligature.internal;

import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonRegularExpression;
import org.bson.BsonSerializationException;

/** Writes values in memory and refuses texts that would come back from a server as others, or not at all. */
public class StorableWriter extends BsonDocumentWriter {
    /** A writer of one document. */
    public StorableWriter() {
        super(new BsonDocument());
    }

    /** A text that BSON cannot hold. */
    public static final class UnstorableTextException extends BsonSerializationException {
        private static final long serialVersionUID = 1L;

        private UnstorableTextException(String kind, String text, String problem) {
            super("the " + kind + " \"" + Excerpt.of(text) + "\" has " + problem + ". Take the character out.");
        }
    }

    /** Whether a text can be a name. */
    public static boolean isStorable(String name) {
        return name.indexOf('\0') < 0 && Surrogates.arePaired(name);
    }

    @Override
    public void writeName(String name) {
        requireWithoutNul("key", name);
        super.writeName(name);
    }

    @Override
    public void writeString(String value) {
        requirePaired("text", value);
        super.writeString(value);
    }

    @Override
    public void writeSymbol(String value) {
        requirePaired("symbol", value);
        super.writeSymbol(value);
    }

    @Override
    public void writeRegularExpression(BsonRegularExpression value) {
        requireWithoutNul("pattern", value.getPattern());
        super.writeRegularExpression(value);
    }

    private static void requireWithoutNul(String kind, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new UnstorableTextException(kind, text, "a NUL character, which BSON ends it with");
        }
        requirePaired(kind, text);
    }

    private static void requirePaired(String kind, String text) {
        if (!Surrogates.arePaired(text)) {
            throw new UnstorableTextException(kind, text, "half a surrogate pair, for which UTF-8 has no form");
        }
    }
}
