package com.example;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.OnDelete;
import dev.ligature.link.BackRef;
import java.util.List;
import java.util.Optional;

@Document(maxDepth = 1)
public class Door {
    long id;
    int height = 2;
    private String colour = "green";
    Optional<String> sign = Optional.empty();

    @BackLink(originalField = "door")
    BackRef<House> house;

    @BackLink(originalField = "otherDoors", onDelete = OnDelete.UNLINK)
    List<BackRef<House>> otherHouses;

    public Door() {}

    public String getColour() {
        return colour;
    }

    public void setColour(String colour) {
        this.colour = colour;
    }
}
