package com.example;

import dev.ligature.annotation.CompoundIndex;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Indexed;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

@Document(collection = "houses")
@CompoundIndex({"name", "-rooms"})
public record House(
        ObjectId id,
        @Indexed(unique = true) String name,
        int rooms,
        @Nullable Integer year,
        Address address,
        List<String> tags,
        @Link Ref<Door> door,
        @Link(storage = LinkStorage.DBREF) List<Ref<Door>> otherDoors,
        @Link Optional<Ref<House>> next,
        @Link Optional<List<Ref<House>>> neighbours) {

    public record Address(String street, Optional<String> city) {}
}
