// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.link.BackRef;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A record with an optional list back link. */
@Document(collection = "persons")
public record Person(
        @Nullable ObjectId id,
        String name,
        @BackLink(originalField = "owners") Optional<List<BackRef<House>>> houses) {
    public static Person of(String name) {
        return new Person(null, name, Optional.empty());
    }
}
