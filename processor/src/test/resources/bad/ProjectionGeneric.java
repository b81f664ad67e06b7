package bad;

import dev.ligature.annotation.*;
import java.util.*;
import org.bson.types.ObjectId;

@Projection(ProjectionGeneric.House.class)
record ProjectionGeneric<T>(T name) { // [ProjectionGeneric]
    @Document
    record House(ObjectId id, String name) {}
}
