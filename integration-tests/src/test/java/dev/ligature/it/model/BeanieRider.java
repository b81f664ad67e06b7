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

/** Links to the root of Beanie's hierarchy, and to one of its classes. */
@Document(collection = "Rider")
@BsonDiscriminator(key = "_class_id", value = "Rider")
public record BeanieRider(
        ObjectId id,
        String name,
        @Link(storage = LinkStorage.DBREF) List<Ref<BeanieVehicle>> vehicles,
        @Link(storage = LinkStorage.DBREF) Optional<Ref<BeanieVehicle.Bus>> bus) {}
