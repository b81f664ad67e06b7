// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Indexed;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A record with all four link shapes, one of them under another stored name. */
@Document(collection = "houses")
public record House(
        @Nullable ObjectId id,
        @Indexed String name,
        int rooms,
        List<String> tags,
        @Link Ref<Door> door,
        @Link @BsonProperty("win") List<Ref<Window>> windows,
        @Link Optional<Ref<Yard>> yard,
        @Link Optional<List<Ref<Person>>> owners) {

    /** A house with a door and nothing else. */
    public static House of(String name, Ref<Door> door) {
        return new House(null, name, 1, List.of(), door, List.of(), Optional.empty(), Optional.empty());
    }

    public House withRooms(int number) {
        return new House(id, name, number, tags, door, windows, yard, owners);
    }

    public House withTags(String... values) {
        return new House(id, name, rooms, List.of(values), door, windows, yard, owners);
    }

    public House withWindows(List<Ref<Window>> refs) {
        return new House(id, name, rooms, tags, door, refs, yard, owners);
    }

    public House withYard(Ref<Yard> ref) {
        return new House(id, name, rooms, tags, door, windows, Optional.of(ref), owners);
    }

    public House withOwners(List<Ref<Person>> refs) {
        return new House(id, name, rooms, tags, door, windows, yard, Optional.of(refs));
    }
}
