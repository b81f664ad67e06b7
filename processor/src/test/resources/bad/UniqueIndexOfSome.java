package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class UniqueIndexOfSome {
    @Document
    sealed interface Vehicle permits Car, Bus {}

    record Car(
            ObjectId id,
            @Indexed(unique = true) String plate,
            @Indexed(unique = true) int slot) // [UniqueIndexOfSome]
            implements Vehicle {}

    record Bus(ObjectId id, @Indexed(unique = true) String plate, @Indexed(unique = true, sparse = true) int line) implements Vehicle {}
}
