// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.CompoundIndex;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.link.Ref;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A record to be sorted by values of every kind, most of them optional. */
@Document(collection = "lots")
@CompoundIndex({"bucket", "id"})
public record Lot(
        ObjectId id,
        @BsonProperty("n") Optional<String> name,
        @Nullable Double score,
        @Nullable BigDecimal price,
        @Nullable Instant sold,
        @Nullable OffsetDateTime listed,
        @Nullable UUID code,
        boolean open,
        int bucket,
        Optional<Address> place,
        List<String> tags,
        @Link @BsonProperty("d") Optional<Ref<Door>> door,
        @Link(storage = LinkStorage.DBREF) Optional<Ref<Author>> seller,
        @Link List<Ref<Person>> bidders) {}
