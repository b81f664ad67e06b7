package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class IndexOfId {
    @Document
    record Unique(
            @Indexed(unique = true) ObjectId id) {} // [IndexOfId]

    @Document
    record Sparse(
            @Indexed(sparse = true) ObjectId id) {} // [IndexOfId]

    @Document
    @CompoundIndex(value = "-id", unique = true) // [IndexOfId]
    record Single(ObjectId id) {}

    @Document
    @CompoundIndex(value = {"id", "name"}, unique = true)
    record Compound(@Indexed ObjectId id, String name) {}
}
