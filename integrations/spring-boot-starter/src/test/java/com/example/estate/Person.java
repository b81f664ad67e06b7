// SPDX-License-Identifier: Apache-2.0
package com.example.estate;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Indexed;
import dev.ligature.annotation.OnDelete;
import dev.ligature.link.BackRef;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

@Document(collection = "persons")
public record Person(
        @Nullable ObjectId id,
        @Indexed(unique = true) String email,

        @BackLink(originalField = "owners", onDelete = OnDelete.RESTRICT)
        List<BackRef<House>> houses) {
    public static Person of(String email) {
        return new Person(null, email, List.of());
    }
}
