package com.example;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.link.BackRef;

@Document
public class Door {
    String id;
    int height = 2;

    @BackLink(originalField = "door")
    BackRef<House> house;

    public Door() {}
}
