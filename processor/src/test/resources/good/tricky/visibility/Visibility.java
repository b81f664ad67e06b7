package com.example;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.types.ObjectId;

@Document
public class Visibility {
    ObjectId id;
    Hidden hidden;
    List<HiddenEnum> hiddenOnes;

    @Link
    Ref<HiddenDocument> link;

    @Deprecated
    String old;

    @SuppressWarnings("removal")
    OldType oldType;

    enum HiddenEnum {
        A
    }

    record Hidden(String name) {}

    @Deprecated(forRemoval = true)
    public static class OldType {
        @Deprecated
        public String value;
    }
}
