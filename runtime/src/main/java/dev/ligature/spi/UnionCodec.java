// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.FieldNames;
import java.util.List;

/**
 * The base of generated codecs of sealed types. They leave a document to the codec of the subtype that its
 * discriminator names.
 *
 * @param <V> the sealed type
 */
public abstract class UnionCodec<V> extends EmbeddedCodec<V> {
    private final Discriminator known;
    private final FieldNames keyField;

    /**
     * @param name the sealed type's simple name, for messages
     * @param key the field of the discriminator
     * @param discriminators those of the subtypes
     */
    protected UnionCodec(String name, String key, String... discriminators) {
        super(name);
        this.known = new Discriminator(key, List.of(discriminators));
        this.keyField = FieldNames.of(key);
    }

    /** The discriminator of the document that is the current value. It may be anywhere in it. */
    protected final String discriminator(BsonSource source) {
        String found = source.peekString(keyField);
        if (found == null) {
            throw known.refused(null);
        }
        return found;
    }

    /** The failure for a discriminator that names none of the subtypes. */
    protected final RuntimeException unknownSubtype(String found) {
        return known.refused(found);
    }
}
