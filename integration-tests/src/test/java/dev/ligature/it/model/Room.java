// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An embedded class with defaults, which contains itself. */
public class Room {
    public @Nullable String name = "room";
    public int size = 10;
    public List<Room> alcoves = new ArrayList<>();

    public static Room of(String name, int size, Room... alcoves) {
        Room room = new Room();
        room.name = name;
        room.size = size;
        room.alcoves.addAll(List.of(alcoves));
        return room;
    }
}
