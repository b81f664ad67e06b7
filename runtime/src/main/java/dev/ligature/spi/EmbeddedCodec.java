package dev.ligature.spi;

import dev.ligature.DocumentWriteException;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.ReadFailure;
import org.bson.BsonReader;
import org.bson.BsonType;
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
    public final V read(BsonReader reader, BsonType type) {
        if (type != BsonType.DOCUMENT) {
            throw ReadFailure.unexpected("a document (" + name + ")", type);
        }
        return readDocument(reader);
    }

    /** Reads the fields of a document, from its start to its end. */
    protected abstract V readDocument(BsonReader reader);

    /** The failure to be thrown when a field of the embedded document could not be read. */
    protected final RuntimeException readFailure(String field, RuntimeException failure) {
        return ReadFailure.in(field, failure);
    }

    /** A member that must be there. */
    protected final <M> M required(@Nullable M value, String field) {
        if (value == null) {
            throw ReadFailure.missing(field);
        }
        return value;
    }

    /** Checks that a primitive member was there. */
    protected final void requireFound(boolean found, String field) {
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

    /** The failure for a discriminator that names none of the known subtypes. */
    protected final RuntimeException unknownSubtype(String key, @Nullable String value, String known) {
        return new ReadFailure(
                key,
                value == null
                        ? "required, but missing; one of " + known
                        : "expected one of " + known + ", found \"" + Excerpt.of(value) + '"',
                null);
    }
}
