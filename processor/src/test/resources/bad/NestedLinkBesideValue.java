package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class NestedLinkBesideValue {
    @Document
    sealed interface Vehicle permits Bus, Car, Ship {}

    record Bus(ObjectId id, BusEngine engine) implements Vehicle {} // [StoredLinksOfTypesDiffer]

    record BusEngine(String maker) {}

    record Car(ObjectId id, Engine engine) implements Vehicle {}

    record Engine(@Link Ref<Maker> maker) {}

    record Ship(ObjectId id, @BsonProperty("engine") String fuel) implements Vehicle {} // [StoredLinksOfTypesDiffer]

    @Document
    sealed interface Building permits Barn, House, Tower {}

    record Barn(ObjectId id, Map<String, List<Engine>> engines) implements Building {}

    record House(ObjectId id, Map<String, Engine> engines) implements Building {} // [StoredLinksOfTypesDiffer]

    record Tower(ObjectId id, Map<String, Shaft> engines) implements Building {}

    record Shaft(int depth) {}

    @Document
    sealed interface Fleet permits Boats, Planes {}

    record Boats(ObjectId id, List<Part> parts) implements Fleet {} // [StoredLinksOfTypesDiffer]

    sealed interface Part {}

    record Hull(List<String> maker) implements Part {}

    record Sail(int size) implements Part {}

    record Planes(ObjectId id, List<Engine> parts) implements Fleet {}

    @Document
    record Maker(ObjectId id) {}
}
