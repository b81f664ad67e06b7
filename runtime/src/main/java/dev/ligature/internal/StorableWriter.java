package dev.ligature.internal;

import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonRegularExpression;
import org.bson.BsonSerializationException;

/** Writes values in memory as strictly as they are written to a server: a text that ends with a NUL there has none within. */
public class StorableWriter extends BsonDocumentWriter {
    /** A writer of one document. */
    public StorableWriter() {
        super(new BsonDocument());
    }

    /** A name, or the text of a regular expression, that BSON cannot hold. */
    public static final class UnstorableTextException extends BsonSerializationException {
        private static final long serialVersionUID = 1L;

        private UnstorableTextException(String kind, String text) {
            super("the " + kind + " \"" + text.replace("\0", "\\0") + "\" has a NUL character, which BSON ends it with."
                    + " Take the character out.");
        }
    }

    /** Whether a name can be stored. */
    public static boolean isStorable(String name) {
        return name.indexOf('\0') < 0;
    }

    @Override
    public void writeName(String name) {
        require("key", name);
        super.writeName(name);
    }

    @Override
    public void writeRegularExpression(BsonRegularExpression value) {
        require("pattern", value.getPattern());
        super.writeRegularExpression(value);
    }

    private static void require(String kind, String text) {
        if (!isStorable(text)) {
            throw new UnstorableTextException(kind, text);
        }
    }
}
