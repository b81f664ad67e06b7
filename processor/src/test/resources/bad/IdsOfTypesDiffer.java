package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class IdsOfTypesDiffer {
    @Document
    sealed interface Vehicle permits Car, Bus {}

    record Car(ObjectId id) implements Vehicle {} // [IdsOfTypesDiffer]

    record Bus(String id) implements Vehicle {}
}
