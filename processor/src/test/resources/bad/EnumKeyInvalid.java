package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
class EnumKeyInvalid {
    ObjectId id;
    Map<Version, Integer> downloads; // [EnumKeyInvalid]
    Optional<Map<Price, String>> labels; // [EnumKeyInvalid]
    Version version;

    enum Version {
        @BsonProperty("1.0")
        FIRST,
        SECOND
    }

    enum Price {
        @BsonProperty("$")
        CHEAP
    }
}
