package dev.ligature.spi;

import dev.ligature.DocumentWriteException;
import dev.ligature.internal.ReadFailure;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated codecs of embedded values: documents within a document.
 *
 * @param <V> the embedded type
 */
public abstract class EmbeddedCodec<V> implements ValueCodec<V> {
    private final String name;

    /** @param name the embedded type's simple name, for messages */
    protected EmbeddedCodec(String name) {
        this.name = name;
    }

    @Override
    public final V read(BsonSource source) {
        if (source.type() != BsonTypes.DOCUMENT) {
            throw Reads.unexpected("a document (" + name + ")", source);
        }
        return readDocument(source);
    }

    /** Reads the document that is the current value. */
    protected abstract V readDocument(BsonSource source);

    /** A member that must be there. */
    protected static <M> M required(@Nullable M value, String field) {
        if (value == null) {
            throw ReadFailure.missing(field);
        }
        return value;
    }

    /** Checks that a primitive member was there. */
    protected static void requireFound(boolean found, String field) {
        if (!found) {
            throw ReadFailure.missing(field);
        }
    }

    /** A member about to be written that must not be null. */
    protected final <M> M present(@Nullable M value, String member) {
        if (value == null) {
            throw new DocumentWriteException(
                    name + "." + member + " is null. Give it a value, or declare it Optional or" + " @Nullable.");
        }
        return value;
    }
}
