// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.OnDelete;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;

/** The first of three levels with delete rules: fleets, ships, sailors, and from ships and fleets back to sailors. */
@Document(collection = "fleets")
public record Fleet(
        String id,
        @Link Optional<Ref<Sailor>> admiral,

        @BackLink(originalField = "fleet", onDelete = OnDelete.CASCADE)
        List<BackRef<Ship>> ships) {
    public static Fleet of(String id, String admiral) {
        return new Fleet(id, Optional.of(Ref.to(admiral)), List.of());
    }
}
