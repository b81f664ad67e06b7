package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class LinkTargetSealed {
    sealed interface Vehicle permits Car, Bus {}

    @Document
    record Car(ObjectId id) implements Vehicle {}

    @Document
    record Bus(ObjectId id) implements Vehicle {}

    @Document
    record Trip(
            ObjectId id,
            @Link Ref<Vehicle> vehicle // [LinkTargetSealed]
    ) {}
}
