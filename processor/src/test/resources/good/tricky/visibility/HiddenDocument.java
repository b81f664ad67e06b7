package com.example;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import org.bson.types.ObjectId;

@Document
class HiddenDocument {
    ObjectId id;

    @Link
    Ref<Visibility> link;
}
