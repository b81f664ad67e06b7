// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.link.BackRef;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A record with an optional back link to one document. */
@Document(collection = "yards")
public record Yard(
        @Nullable ObjectId id,
        int size,
        @BackLink(originalField = "yard") Optional<BackRef<House>> house) {
    public static Yard of(int size) {
        return new Yard(null, size, Optional.empty());
    }
}
