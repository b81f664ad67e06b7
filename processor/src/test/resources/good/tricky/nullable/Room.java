package com.example;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.OnDelete;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Eclipse's compiler shows the last annotation of a type on some of the elements of a record component only. */
@Document
public record Room(
        ObjectId id,
        byte floor,
        @Link @Nullable Ref<Room> next,
        @Link List<Ref<Room>> rooms,
        @BackLink(originalField = "rooms", onDelete = OnDelete.RESTRICT) @Nullable BackRef<Room> of) {}
