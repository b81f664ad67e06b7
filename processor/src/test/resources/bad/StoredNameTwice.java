package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class StoredNameTwice {
    @Document
    record Members(
            ObjectId id,
            String name,
            @BsonProperty("name") String title) {} // [StoredNameTwice]

    @Document
    @BsonDiscriminator
    record Discriminated(
            ObjectId id,
            String _t) {} // [StoredNameTwice]
}
