// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.objects;

import dev.ligature.annotation.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A class with fluent accessors. */
@Document
class Dairy {
    private @Nullable ObjectId id;
    private String name = "";
    private int churns;

    @Nullable
    ObjectId id() {
        return id;
    }

    Dairy id(@Nullable ObjectId newId) {
        this.id = newId;
        return this;
    }

    String name() {
        return name;
    }

    Dairy name(String newName) {
        this.name = newName;
        return this;
    }

    int churns() {
        return churns;
    }

    Dairy churns(int number) {
        this.churns = number;
        return this;
    }
}
