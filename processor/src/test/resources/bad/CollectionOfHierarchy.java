package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class CollectionOfHierarchy {
    @Document(collection = "vehicles")
    sealed interface Vehicle permits Car, Bus {}

    @Document(collection = "cars") // [CollectionOfHierarchy]
    record Car(ObjectId id) implements Vehicle {}

    @Document(collection = "vehicles")
    record Bus(ObjectId id) implements Vehicle {}
}
