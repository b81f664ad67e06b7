package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.types.ObjectId;

@Projection(ProjectionNameUnknown.House.class)
record ProjectionNameUnknown(
        String nam, // [ProjectionNameUnknown]
        int doorHeigt, // [ProjectionNameUnknown]
        String colour) { // [ProjectionNameUnknown]
    @Document
    record House(ObjectId id, String name, @Link Ref<Door> door) {}

    @Document
    record Door(ObjectId id, int height) {}
}
