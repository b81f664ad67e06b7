package dev.ligature.jackson2.example;

import dev.ligature.jackson2.JsonRef;
import dev.ligature.jackson2.RefFormat;
import dev.ligature.jackson2.model.Door;
import dev.ligature.jackson2.model.House;
import dev.ligature.jackson2.model.Window;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.types.ObjectId;

/** A house as a list shows it: with its door, but with no more than the ids of its windows. */
public record HouseCard(
        ObjectId id,
        String name,
        @JsonRef(RefFormat.DOCUMENT) Ref<Door> door,
        @JsonRef(RefFormat.ID) List<Ref<Window>> windows) {
    public static HouseCard of(House house) {
        return new HouseCard(house.id(), house.name(), house.door(), house.windows());
    }
}
