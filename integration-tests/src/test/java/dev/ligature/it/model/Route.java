// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.annotation.OnDelete;
import dev.ligature.annotation.Version;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/** Links to ships in both stored forms; has a version. */
@Document(collection = "routes")
public record Route(
        String id,
        @Link(storage = LinkStorage.DBREF) List<Ref<Ship>> ships,
        @Link @BsonProperty("sp") Optional<List<Ref<Ship>>> spares,
        @Link(storage = LinkStorage.DBREF) Optional<Ref<Ship>> flagship,
        @Version long version,

        @BackLink(originalField = "route", onDelete = OnDelete.CASCADE)
        List<BackRef<Booking>> bookings) {
    public static Route of(String id, List<String> ships, List<String> spares, @Nullable String flagship) {
        return new Route(
                id,
                ships.stream().map(Ref::<Ship>to).toList(),
                Optional.of(spares.stream().map(Ref::<Ship>to).toList()),
                Optional.ofNullable(flagship).map(Ref::to),
                0,
                List.of());
    }
}
