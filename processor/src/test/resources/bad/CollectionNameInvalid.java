package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class CollectionNameInvalid {
    @Document(collection = " ") // [CollectionNameInvalid]
    record Blank(ObjectId id) {}

    @Document(collection = "a$b") // [CollectionNameInvalid]
    record Dollar(ObjectId id) {}

    @Document(collection = "a\0b") // [CollectionNameInvalid]
    record Nul(ObjectId id) {}

    @Document(collection = "system.users") // [CollectionNameInvalid]
    record TheServers(ObjectId id) {}
}
