// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.OnDelete;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has all delete rules but RESTRICT. */
@Document(collection = "ships")
public record Ship(
        String id,
        @Link Ref<Fleet> fleet,
        @Link @Nullable Ref<Sailor> captain,

        @BackLink(originalField = "ship", onDelete = OnDelete.CASCADE)
        List<BackRef<Sailor>> crew,

        @BackLink(originalField = "ship", onDelete = OnDelete.CASCADE)
        List<BackRef<Contract>> contracts,

        @BackLink(originalField = "ships", onDelete = OnDelete.UNLINK)
        List<BackRef<Route>> routes,

        @BackLink(originalField = "spares", onDelete = OnDelete.UNLINK)
        List<BackRef<Route>> spareOf,

        @BackLink(originalField = "flagship", onDelete = OnDelete.UNLINK)
        List<BackRef<Route>> flagshipOf,

        @BackLink(originalField = "ship", onDelete = OnDelete.NOTHING)
        List<BackRef<LogEntry>> log) {
    public static Ship of(String id, String fleet, @Nullable String captain) {
        return new Ship(
                id,
                Ref.to(fleet),
                captain == null ? null : Ref.to(captain),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
