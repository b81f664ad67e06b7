package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

import dev.ligature.processor.elsewhere.Protected;

@Document
class MemberNotAccessible extends Protected { // [MemberNotAccessible]
    ObjectId id;
    private String name; // [MemberNotAccessible]
    private final int fixed = 1; // [MemberNotAccessible]
    private int height; // [MemberNotAccessible]

    long getHeight() {
        return height;
    }

    void setHeight(long height) {
        this.height = (int) height;
    }
}
