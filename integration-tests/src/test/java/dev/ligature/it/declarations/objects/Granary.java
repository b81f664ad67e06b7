// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.objects;

import dev.ligature.annotation.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A class that does not change, made by its constructor. */
@Document
final class Granary {
    private final @Nullable ObjectId id;
    private final String name;
    private final long sacks;

    Granary(@Nullable ObjectId id, String name, long sacks) {
        this.id = id;
        this.name = name;
        this.sacks = sacks;
    }

    @Nullable
    ObjectId getId() {
        return id;
    }

    String getName() {
        return name;
    }

    long getSacks() {
        return sacks;
    }
}
