package com.example;

import dev.ligature.annotation.Path;
import dev.ligature.annotation.Projection;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

@Projection(House.class)
public record HouseCard(
        ObjectId id,
        String name,
        int rooms,
        List<String> tags,
        @Path("address.street") String street,
        long doorId,
        int doorHeight,
        @Path("next.name") Optional<String> next,
        @Nullable Integer nextDoorHeight,
        @Path("neighbours.id") List<ObjectId> neighbours,
        @Path("door") Ref<Door> link,
        @Path("otherDoors.height") List<Integer> heights,
        @Path("otherDoors.otherHouses.id") List<ObjectId> besides) {}
