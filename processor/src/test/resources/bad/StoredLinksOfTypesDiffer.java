package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class StoredLinksOfTypesDiffer {
    @Document
    sealed interface Vehicle permits Car, Bus {}

    record Car(
            ObjectId id,
            @Link Ref<Garage> place, // [StoredLinksOfTypesDiffer]
            String note)
            implements Vehicle {}

    record Bus(ObjectId id, String place, int note) implements Vehicle {}

    @Document
    record Garage(ObjectId id) {}
}
