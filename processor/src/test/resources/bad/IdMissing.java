package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record IdMissing(String name) { // [IdMissing]
    @Document
    record House(String houseId) {} // [IdMissing]

    @Document
    record Door(ObjectId ID, String name) {} // [IdMissing]

    @Document
    record Window(String name, ObjectId key) {} // [IdMissing]

    @Document
    record Yard(ObjectId one, ObjectId other) {} // [IdMissing]

    @Document
    record Ignored(@BsonIgnore ObjectId id) {} // [IdMissing]
}
