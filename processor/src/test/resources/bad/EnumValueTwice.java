package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record EnumValueTwice(ObjectId id, Color color, Map<Size, Integer> counts) {
    enum Color {
        @BsonProperty("GREEN")
        RED,
        GREEN, // [EnumValueTwice]
        BLUE
    }

    enum Size {
        @BsonProperty("s")
        SMALL,
        @BsonProperty("s") MINUTE, // [EnumValueTwice]
        @BsonProperty
        LARGE
    }
}
