package com.example.other;

import com.example.Door;
import com.example.House;
import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.types.ObjectId;

@Document
public record OtherPackage(
        ObjectId id,
        House.Address address,
        @Link Ref<Door> door,
        @Link List<Ref<House>> houses,
        @Link Ref<Nested> nested) {
    @Document
    public record Nested(ObjectId id, @BackLink(originalField = "nested") BackRef<OtherPackage> other) {}
}
