package bad;

import dev.ligature.annotation.*;
import java.util.*;
import org.bson.types.ObjectId;

@Projection(ProjectionEmpty.House.class)
record ProjectionEmpty() { // [ProjectionEmpty]
    @Document
    record House(ObjectId id, String name) {}
}
