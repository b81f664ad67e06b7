package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class BackLinkOfOneType {
    @Document
    sealed interface Vehicle permits Car, Bus {}

    record Car(ObjectId id, @Link Ref<Garage> garage) implements Vehicle {}

    record Bus(ObjectId id) implements Vehicle {}

    @Document
    record Garage(
            ObjectId id,
            @BackLink(originalField = "garage") // [BackLinkFieldUnknown]
            List<BackRef<Vehicle>> vehicles) {}
}
