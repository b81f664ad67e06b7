package bad;

import dev.ligature.annotation.*;
import java.util.*;
import org.bson.types.ObjectId;

@Projection(ProjectionNotOfDocument.House.class)
record ProjectionNotOfDocument(String name) { // [ProjectionNotOfDocument]
    record House(ObjectId id, String name) {}
}
