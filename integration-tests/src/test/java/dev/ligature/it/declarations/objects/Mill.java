// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.objects;

import dev.ligature.annotation.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A class with a builder, which is left alone: it is read by its constructor. */
@Document
final class Mill {
    private final @Nullable ObjectId id;
    private final String name;
    private final int stones;

    Mill(@Nullable ObjectId id, String name, int stones) {
        this.id = id;
        this.name = name;
        this.stones = stones;
    }

    static Builder builder() {
        return new Builder();
    }

    @Nullable
    ObjectId id() {
        return id;
    }

    String name() {
        return name;
    }

    int stones() {
        return stones;
    }

    static final class Builder {
        private String name = "";
        private int stones;

        Builder name(String newName) {
            this.name = newName;
            return this;
        }

        Builder stones(int number) {
            this.stones = number;
            return this;
        }

        Mill build() {
            return new Mill(null, name, stones);
        }
    }
}
