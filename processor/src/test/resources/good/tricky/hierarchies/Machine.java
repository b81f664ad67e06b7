package com.example.vehicles;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.types.ObjectId;

/** Classes, not public, the last of which may be extended. */
@Document
abstract sealed class Machine permits Machine.Crane, Press {
    ObjectId id;
    private String name;

    @Link
    Ref<Hall> hall;

    @BackLink(originalField = "machines")
    List<BackRef<Order>> orders;

    String getName() {
        return name;
    }

    void setName(String name) {
        this.name = name;
    }

    abstract static sealed class Crane extends Machine permits Tower {
        int height;
    }

    static final class Tower extends Crane {
        @Link
        List<Ref<Machine>> carries;
    }

    @Document
    record Hall(ObjectId id, @BackLink(originalField = "hall") List<BackRef<Machine>> machines) {}

    @Document
    record Order(ObjectId id, @Link List<Ref<Machine>> machines) {}
}
