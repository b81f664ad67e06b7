package com.example;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonCreator;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.types.ObjectId;

@Document
public final class Immutable {
    private final ObjectId key;
    private final int height;
    private final Optional<String> note;
    private String colour;

    @Link
    private final Ref<Immutable> next;

    @Link
    Optional<Ref<Immutable>> other = Optional.empty();

    @BackLink(originalField = "next")
    private final List<BackRef<Immutable>> previous;

    private Immutable(
            ObjectId key, int height, Optional<String> note, Ref<Immutable> next, List<BackRef<Immutable>> previous) {
        this.key = key;
        this.height = height;
        this.note = note;
        this.next = next;
        this.previous = previous;
    }

    @BsonCreator
    static Immutable of(
            @BsonId ObjectId identifier,
            @BsonProperty("h") int height,
            Optional<String> note,
            Ref<Immutable> next,
            List<BackRef<Immutable>> previous) {
        return new Immutable(identifier, height, note, next, previous);
    }

    @BsonId
    ObjectId key() {
        return key;
    }

    @BsonProperty("h")
    int height() {
        return height;
    }

    Optional<String> note() {
        return note;
    }

    String getColour() {
        return colour;
    }

    void setColour(String colour) {
        this.colour = colour;
    }

    Ref<Immutable> next() {
        return next;
    }

    List<BackRef<Immutable>> previous() {
        return previous;
    }
}
