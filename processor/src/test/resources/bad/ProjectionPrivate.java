package bad;

import dev.ligature.annotation.*;
import java.util.*;
import org.bson.types.ObjectId;

class ProjectionPrivate {
    @Projection(House.class)
    private record Card(String name) {} // [ProjectionPrivate]

    @Document
    record House(ObjectId id, String name) {}
}
