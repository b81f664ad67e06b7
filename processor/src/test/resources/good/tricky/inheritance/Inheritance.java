package com.example;

import com.example.base.Base;
import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.link.BackRef;
import java.util.List;

@Document
public class Inheritance extends Base<String, Inheritance> {
    static int counter;
    transient int cached;
    private final int made;

    public Inheritance(int made) {
        this.made = made;
    }

    public int made() {
        return made;
    }

    @BackLink(originalField = "next")
    List<BackRef<Inheritance>> previous;
}
