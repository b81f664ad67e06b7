// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.converters;

import dev.ligature.annotation.Convert;
import dev.ligature.annotation.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Converted members of a class: on a field, on a getter, and with a default. */
@Document
class Till {
    @Nullable
    ObjectId id;

    @Convert(MoneyConverter.class)
    Money content = Money.of(5);

    private @Nullable Money limit;

    @Convert(MoneyConverter.class)
    @Nullable
    Money getLimit() {
        return limit;
    }

    void setLimit(@Nullable Money limit) {
        this.limit = limit;
    }
}
