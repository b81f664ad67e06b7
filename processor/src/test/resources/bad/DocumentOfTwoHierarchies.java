package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class DocumentOfTwoHierarchies {
    @Document
    sealed interface Vehicle permits Car {}

    @Document
    sealed interface Asset permits Car {}

    record Car(ObjectId id) implements Vehicle, Asset {} // [DocumentOfTwoHierarchies]
}
