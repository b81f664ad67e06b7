package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
class MemberNotReadable {
    ObjectId id;
    private String name; // [MemberNotReadable]

    void setName(String name) {
        this.name = name;
    }
}
