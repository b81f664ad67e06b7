package com.example.vehicles;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Each type says in its own way what is the same for all. */
@Document
public sealed interface Tool {
    record Axe(@BsonId ObjectId id, String name, @Link Ref<Vehicle> aboard) implements Tool {}

    record Drill(@Nullable ObjectId id, @BsonProperty("name") String name, @Link Ref<Vehicle> aboard) implements Tool {}

    record Hammer(
            @BsonProperty("_id") ObjectId id,
            String name,
            @Link @BsonProperty("aboard") Ref<Vehicle> aboard)
            implements Tool {}

    record Saw(ObjectId id, String name, @Link Ref<Vehicle> aboard) implements Tool {}
}
