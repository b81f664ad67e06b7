// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Path;
import dev.ligature.annotation.Projection;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Shows what lies behind each kind of link of a house. */
@Projection(House.class)
public record HouseCard(
        String name,
        int doorHeight,
        ObjectId doorId,
        @Path("door.width") Integer width,
        Optional<Integer> yardSize,
        @Path("yard.size") @Nullable Integer sizeOrNull,
        @Path("windows.width") List<Integer> widths,
        @Path("windows.frame.color") List<String> colors,
        @Path("windows.spares.color") List<String> spareColors,
        @Path("windows.id") List<ObjectId> windowIds,
        @Path("owners.name") List<String> owners,
        Ref<Door> door,
        @Path("windows") List<Ref<Window>> links) {}
