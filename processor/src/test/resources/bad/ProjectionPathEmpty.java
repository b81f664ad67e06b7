package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.types.ObjectId;

@Projection(ProjectionPathEmpty.House.class)
record ProjectionPathEmpty(
        @Path("") String nothing, // [ProjectionPathEmpty]
        @Path("door.") int height, // [ProjectionPathEmpty]
        @Path("door..height") int other) { // [ProjectionPathEmpty]
    @Document
    record House(ObjectId id, @Link Ref<Door> door, String name) {}

    @Document
    record Door(ObjectId id, int height) {}
}
