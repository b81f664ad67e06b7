package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class PermittedNotDocument {
    @Document
    sealed interface Vehicle permits Car, Kind, Other, Wreck {}

    record Car(ObjectId id) implements Vehicle {}

    enum Kind implements Vehicle { // [PermittedNotDocument]
        BUS
    }

    non-sealed interface Other extends Vehicle {} // [PermittedNotDocument]

    abstract static non-sealed class Wreck implements Vehicle { // [PermittedNotDocument]
        ObjectId id;
    }
}
