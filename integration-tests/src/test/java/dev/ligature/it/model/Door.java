// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.link.BackRef;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A class with fields and a back link to one document. */
@Document(collection = "doors")
public class Door {
    public @Nullable ObjectId id;
    public int height = 2;
    public int width = 1;

    @BackLink(originalField = "door")
    public BackRef<House> house = BackRef.notFetched();

    public static Door of(int height, int width) {
        Door door = new Door();
        door.height = height;
        door.width = width;
        return door;
    }
}
