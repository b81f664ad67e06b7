// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.link.BackRef;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Linked by exhibits, one or many of them. */
@Document(collection = "curators")
public record Curator(
        @Nullable ObjectId id,
        int number,
        String name,
        int age,
        @BackLink(originalField = "curator") List<BackRef<Exhibit>> exhibits) {
    public Curator {
        if (age < 0) {
            throw new IllegalArgumentException("nobody is " + age + " years old");
        }
    }

    public static Curator of(int number) {
        return new Curator(null, number, "Curator " + number, 30 + number, List.of());
    }
}
