package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class CollectionNameInvalid {
    @Document(collection = " ")
    record Blank(ObjectId id) {} // [CollectionNameInvalid]

    @Document(collection = "a$b")
    record Dollar(ObjectId id) {} // [CollectionNameInvalid]

    @Document(collection = "a\0b")
    record Nul(ObjectId id) {} // [CollectionNameInvalid]

    @Document(collection = "system.users")
    record TheServers(ObjectId id) {} // [CollectionNameInvalid]
}
