// SPDX-License-Identifier: Apache-2.0
package com.example.estate;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.Version;
import dev.ligature.link.Ref;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

@Document(collection = "houses")
public record House(
        @Nullable ObjectId id,
        @NotBlank String name,
        @Link Optional<Ref<Door>> door,
        @Link List<Ref<Person>> owners,
        @Version long version) {
    /** A new house without a door and owners. */
    public static House named(String name) {
        return new House(null, name, Optional.empty(), List.of(), 0);
    }

    public House renamed(String other) {
        return new House(id, other, door, owners, version);
    }
}
