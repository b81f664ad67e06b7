// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson.example;

import dev.ligature.jackson.JsonRef;
import dev.ligature.jackson.RefFormat;
import dev.ligature.jackson.model.Door;
import dev.ligature.jackson.model.House;
import dev.ligature.jackson.model.Window;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.types.ObjectId;

/** A house as a list shows it: with its door, but with only the ids of its windows. */
public record HouseCard(
        ObjectId id,
        String name,
        @JsonRef(RefFormat.DOCUMENT) Ref<Door> door,
        @JsonRef(RefFormat.ID) List<Ref<Window>> windows) {
    public static HouseCard of(House house) {
        return new HouseCard(house.id(), house.name(), house.door(), house.windows());
    }
}
