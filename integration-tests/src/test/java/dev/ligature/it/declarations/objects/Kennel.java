// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.objects;

import dev.ligature.annotation.Document;
import org.bson.codecs.pojo.annotations.BsonCreator;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A class that is made by a static method. */
@Document
final class Kennel {
    final @Nullable ObjectId id;
    final String name;

    private Kennel(@Nullable ObjectId id, String name) {
        this.id = id;
        this.name = name;
    }

    @BsonCreator
    static Kennel named(@BsonProperty("name") String text, @Nullable ObjectId id) {
        return new Kennel(id, text);
    }
}
