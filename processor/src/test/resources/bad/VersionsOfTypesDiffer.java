package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class VersionsOfTypesDiffer {
    @Document
    sealed interface Vehicle permits Car, Bus {}

    record Car(ObjectId id, @Version long version) implements Vehicle {}

    record Bus(ObjectId id) implements Vehicle {} // [VersionsOfTypesDiffer]

    @Document
    sealed interface Vessel permits Ferry, Yacht {}

    record Ferry(ObjectId id, @Version long version) implements Vessel {}

    record Yacht(
            ObjectId id,
            @BsonProperty("v") @Version long version) // [VersionsOfTypesDiffer]
            implements Vessel {}
}
