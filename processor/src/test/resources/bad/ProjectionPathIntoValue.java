package bad;

import dev.ligature.annotation.*;
import java.util.*;
import org.bson.types.ObjectId;

@Projection(ProjectionPathIntoValue.House.class)
record ProjectionPathIntoValue(
        @Path("name.length") int length, // [ProjectionPathIntoValue]
        @Path("rooms.size") List<Integer> sizes) { // [ProjectionPathIntoValue]
    @Document
    record House(ObjectId id, String name, List<Room> rooms) {}

    record Room(int size) {}
}
