// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.objects;

import dev.ligature.annotation.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A class with accessors. The field {@code isWarm} has the accessors of a property that is called {@code warm}. */
@Document
class Coop {
    private @Nullable ObjectId id;
    private String name = "";
    private boolean open;
    private boolean isWarm;

    public @Nullable ObjectId getId() {
        return id;
    }

    public void setId(@Nullable ObjectId id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isOpen() {
        return open;
    }

    public void setOpen(boolean open) {
        this.open = open;
    }

    public boolean isWarm() {
        return isWarm;
    }

    public void setWarm(boolean warm) {
        this.isWarm = warm;
    }
}
