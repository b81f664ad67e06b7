// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.objects;

import dev.ligature.annotation.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A class whose constructor takes some members; the others are set. */
@Document
class Hayloft {
    final @Nullable ObjectId id;
    final String name;
    int bales = 10;
    private @Nullable String note;

    Hayloft(@Nullable ObjectId id, String name) {
        this.id = id;
        this.name = name;
    }

    @Nullable
    String getNote() {
        return note;
    }

    void setNote(@Nullable String note) {
        this.note = note;
    }
}
