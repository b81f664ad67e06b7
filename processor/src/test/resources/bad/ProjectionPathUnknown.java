package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.types.ObjectId;

@Projection(ProjectionPathUnknown.House.class)
record ProjectionPathUnknown(
        @Path("door.heigt") int height, // [ProjectionPathUnknown]
        @Path("dor.height") int other, // [ProjectionPathUnknown]
        @Path("address.stret") String street) { // [ProjectionPathUnknown]
    @Document
    record House(ObjectId id, String name, Address address, @Link Ref<Door> door) {}

    record Address(String street) {}

    @Document
    record Door(ObjectId id, int height) {}
}
