// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.stored;

import dev.ligature.internal.BsonOrder;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.bson.BsonValue;
import org.bson.types.ObjectId;

/** The order in which a server sorts {@code _id}: that of the referrers of a back link, however they were fetched. */
public final class IdOrder implements Comparator<Object> {
    private final DocumentType<?> type;

    /** @param type whose ids are compared */
    public IdOrder(DocumentType<?> type) {
        this.type = type;
    }

    @Override
    public int compare(Object one, Object other) {
        if (one instanceof ObjectId id && other instanceof ObjectId otherId) {
            return id.compareTo(otherId);
        }
        if (one instanceof String text && other instanceof String otherText) {
            return BsonOrder.compareStrings(text, otherText);
        }
        if (one instanceof Long number && other instanceof Long otherNumber) {
            return number.compareTo(otherNumber);
        }
        if (one instanceof UUID uuid && other instanceof UUID otherUuid) {
            return compare(uuid, otherUuid);
        }
        return BsonOrder.INSTANCE.compare(stored(one), stored(other));
    }

    /** By unsigned bytes; {@code UUID} itself compares signed numbers. */
    private static int compare(UUID one, UUID other) {
        int result = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return result != 0
                ? result
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    private BsonValue stored(Object id) {
        return DocumentCodec.encodeIds(type, List.of(id), type + "." + type.idMember())
                .get(0);
    }
}
