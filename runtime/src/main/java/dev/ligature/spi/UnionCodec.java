// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.internal.Excerpt;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.FieldNames;
import dev.ligature.spi.bson.ReadFailure;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The base of generated codecs of sealed types. They leave a document to the codec of the subtype that its
 * discriminator names.
 *
 * @param <V> the sealed type
 */
public abstract class UnionCodec<V> extends EmbeddedCodec<V> {
    private final String key;
    private final FieldNames keyField;
    private final List<String> discriminators;

    /**
     * @param name the sealed type's simple name, for messages
     * @param key the field of the discriminator
     * @param discriminators those of the subtypes
     */
    protected UnionCodec(String name, String key, String... discriminators) {
        super(name);
        this.key = key;
        this.keyField = FieldNames.of(key);
        this.discriminators = List.of(discriminators);
    }

    /** The discriminator of the document that is the current value. It may be anywhere in it. */
    protected final String discriminator(BsonSource source) {
        String found = source.peekString(keyField);
        if (found == null) {
            throw new ReadFailure(key, "required, but missing; one of " + known());
        }
        return found;
    }

    /** The failure for a discriminator that names none of the subtypes. */
    protected final RuntimeException unknownSubtype(String found) {
        return new ReadFailure(key, "expected one of " + known() + ", found \"" + Excerpt.of(found) + '"');
    }

    private String known() {
        return discriminators.stream().map(each -> '"' + each + '"').collect(Collectors.joining(", "));
    }
}
