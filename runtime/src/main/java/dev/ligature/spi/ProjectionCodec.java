package dev.ligature.spi;

import dev.ligature.internal.ReadFailure;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated codecs of projections. They read fragments of documents, which the runtime joins, and make projections of
 * them.
 *
 * @param <P> the projection
 */
public abstract class ProjectionCodec<P> {
    private final ProjectionType<P> type;

    protected ProjectionCodec(ProjectionType<P> type) {
        this.type = type;
    }

    public final ProjectionType<P> type() {
        return type;
    }

    /**
     * Reads what is needed of a document.
     *
     * @param node {@link ProjectionNode#index()}
     * @param extra takes the fields that are not needed
     */
    public abstract Fragment read(int node, BsonReader reader, ExtraFields extra);

    /** Makes the projection of a document whose links are joined. */
    public abstract P create(Fragment root);

    protected final ProjectionNode node(int index) {
        return type.node(index);
    }

    /** A member that must be there. */
    protected final <M> M required(@Nullable M value, Fragment root, String member) {
        if (value == null) {
            throw type.absent(root, member);
        }
        return value;
    }

    /** Checks that a primitive was there. */
    protected final void requireFound(boolean found, Fragment root, String member) {
        if (!found) {
            throw type.absent(root, member);
        }
    }

    /** Whether there is a value for a primitive; a BSON null, which is none, is consumed. */
    protected static boolean isPresent(BsonReader reader, BsonType bsonType) {
        if (bsonType != BsonType.NULL) {
            return true;
        }
        reader.readNull();
        return false;
    }

    /** Starts an embedded document; false for a BSON null, which is consumed. */
    protected static boolean startEmbedded(BsonReader reader, BsonType bsonType) {
        if (!isPresent(reader, bsonType)) {
            return false;
        }
        if (bsonType != BsonType.DOCUMENT) {
            throw ReadFailure.unexpected("a document", bsonType);
        }
        reader.readStartDocument();
        return true;
    }

    /** The failure to be thrown when a field of a document could not be read. */
    protected static RuntimeException readFailure(Fragment fragment, String field, RuntimeException failure) {
        return DocumentCodec.readFailure(fragment.node().type(), fragment.idOrNull(), field, failure);
    }

    /** The failure to be thrown when a field of an embedded document could not be read. */
    protected static RuntimeException embeddedFailure(String field, RuntimeException failure) {
        return ReadFailure.in(field, failure);
    }

    /** The failure for a node that the projection does not have. */
    protected static RuntimeException unknownNode(int index) {
        return new IndexOutOfBoundsException(index);
    }
}
