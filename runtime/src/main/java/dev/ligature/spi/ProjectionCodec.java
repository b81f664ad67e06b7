// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.BsonTypes;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated codecs of projections. They read fragments of documents, which the runtime joins, and create
 * projections from them.
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
    public final Fragment read(int node, BsonSource source, ExtraFields extra) {
        int depth = source.depth();
        int position = source.position();
        try {
            return readFragment(node, source, extra);
        } catch (RuntimeException e) {
            throw UnreadDocument.failure(node(node).type(), source, depth, position, e);
        }
    }

    /** Reads what is needed of the document that is the current value. */
    protected abstract Fragment readFragment(int node, BsonSource source, ExtraFields extra);

    /** Creates the projection of a document whose links are joined. */
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

    /** Enters an embedded document; false for a BSON null. */
    protected static boolean startEmbedded(BsonSource source) {
        if (source.isNull()) {
            return false;
        }
        Reads.require(BsonTypes.DOCUMENT, "a document", source);
        source.startDocument();
        return true;
    }

    /** Enters a list; false for a BSON null. */
    protected static boolean startList(BsonSource source) {
        if (source.isNull()) {
            return false;
        }
        Reads.require(BsonTypes.ARRAY, "an array", source);
        source.startDocument();
        return true;
    }

    /** The failure for a node that the projection does not have. */
    protected static RuntimeException unknownNode(int index) {
        return new IndexOutOfBoundsException(index);
    }
}
