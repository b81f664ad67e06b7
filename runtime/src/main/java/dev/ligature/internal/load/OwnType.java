// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.spi.Discriminator;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.FieldNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether a stored document is of a type, where others share its collection: a join brings those too. */
final class OwnType {
    private final @Nullable FieldNames key;
    private final List<String> values;

    OwnType(DocumentType<?> type) {
        Discriminator discriminator = type.isRestricted() ? type.discriminator() : null;
        this.key = discriminator == null ? null : FieldNames.of(discriminator.key());
        this.values = discriminator == null ? List.of() : discriminator.values();
    }

    /**
     * Whether the document that is the current value is of the type. One whose discriminator is no string is of none, as
     * it is for the filters of a server.
     */
    boolean isOf(BsonSource source) {
        if (key == null) {
            return true;
        }
        String found = source.peekIfString(key);
        return found != null && values.contains(found);
    }
}
