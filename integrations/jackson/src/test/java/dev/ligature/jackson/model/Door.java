// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.link.BackRef;
import org.bson.types.ObjectId;

/** A class with fields. */
@Document
@JsonAutoDetect(fieldVisibility = Visibility.NON_PRIVATE)
public class Door {
    ObjectId id;
    int height = 2;

    @BackLink(originalField = "door")
    BackRef<House> house = BackRef.notFetched();

    public static Door of(ObjectId id) {
        Door door = new Door();
        door.id = id;
        return door;
    }

    public static Door of(ObjectId id, BackRef<House> house) {
        Door door = of(id);
        door.house = house;
        return door;
    }

    public ObjectId id() {
        return id;
    }

    public int height() {
        return height;
    }

    public BackRef<House> house() {
        return house;
    }
}
