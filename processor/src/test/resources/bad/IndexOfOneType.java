package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.time.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class IndexOfOneType {
    @Document
    sealed interface Vehicle permits Car, Bus {}

    @CompoundIndex(value = {"plate", "seats"}, unique = true, sparse = true) // [IndexOfOneType]
    record Car(
            ObjectId id,
            @Indexed(unique = true) String plate, // [IndexOfOneType]
            int seats,
            @Indexed(expireAfterSeconds = 60) @BsonProperty("built") Instant made, // [IndexOfOneType]
            @Indexed(expireAfterSeconds = 60) Instant sold,
            @Indexed int power)
            implements Vehicle {}

    record Bus(ObjectId id, @Indexed String plate, Instant built, int power) implements Vehicle {}
}
