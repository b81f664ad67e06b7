package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class IdTwice {
    @Document
    record Annotated(
            @BsonId ObjectId a,
            @BsonId ObjectId b) {} // [IdTwice]

    @Document
    record Named(
            ObjectId id,
            ObjectId _id) {} // [IdTwice]
}
