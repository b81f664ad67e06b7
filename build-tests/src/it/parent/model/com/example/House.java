package com.example;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Indexed;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.Projection;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;

@Document
public record House(
        String id,
        @Indexed String name,
        Optional<Address> address,
        @Link Ref<Door> door,
        @Link List<Ref<Door>> otherDoors) {
    public record Address(String street, int number) {}

    @Projection(House.class)
    public record Card(String id, String name) {}
}
