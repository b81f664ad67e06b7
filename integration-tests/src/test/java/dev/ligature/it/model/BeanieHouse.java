// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonDiscriminator;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A document of a database that Beanie writes: DBRefs, a class id, nulls for what is absent. */
@Document(collection = "House")
@BsonDiscriminator(key = "_class_id", value = "Building.House")
public record BeanieHouse(
        @Nullable ObjectId id,
        String name,
        @Link(storage = LinkStorage.DBREF) Ref<BeanieDoor> door,
        @Link(storage = LinkStorage.DBREF) List<Ref<BeanieDoor>> backDoors,
        @Link(storage = LinkStorage.DBREF) Optional<Ref<BeanieDoor>> cellar,
        @Link(storage = LinkStorage.DBREF) Optional<List<Ref<BeanieDoor>>> hatches) {}
