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
import org.jspecify.annotations.Nullable;

/** Without the captain the ship goes too: a circle of CASCADE. One of the UNLINK rules cannot be kept, its link is required. */
@Document(collection = "sailors")
public record Sailor(
        String id,
        @Link Ref<Ship> ship,
        @Link Optional<Ref<Sailor>> mentor,

        @BackLink(originalField = "captain", onDelete = OnDelete.CASCADE)
        List<BackRef<Ship>> commands,

        @BackLink(originalField = "admiral", onDelete = OnDelete.UNLINK)
        List<BackRef<Fleet>> leads,

        @BackLink(originalField = "mentor", onDelete = OnDelete.UNLINK)
        List<BackRef<Sailor>> pupils,

        @BackLink(originalField = "sailor", onDelete = OnDelete.RESTRICT)
        List<BackRef<Contract>> contracts,

        @SuppressWarnings("UnlinkOfRequired") // what a delete says then is tested
        @BackLink(originalField = "holder", onDelete = OnDelete.UNLINK)
        List<BackRef<Medal>> medals) {
    public static Sailor of(String id, String ship, @Nullable String mentor) {
        return new Sailor(
                id,
                Ref.to(ship),
                Optional.ofNullable(mentor).map(Ref::to),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
