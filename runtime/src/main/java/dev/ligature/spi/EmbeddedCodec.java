// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.BsonTypes;
import dev.ligature.spi.bson.ValueCodec;

/**
 * The base of generated codecs of embedded values: documents within a document.
 *
 * @param <V> the embedded type
 */
public abstract class EmbeddedCodec<V> extends StructureCodec implements ValueCodec<V> {
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

    @Override
    final String typeName() {
        return name;
    }
}
