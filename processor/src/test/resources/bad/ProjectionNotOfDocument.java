package bad;

import dev.ligature.annotation.*;
import java.util.*;
import org.bson.types.ObjectId;

@Projection(ProjectionNotOfDocument.House.class) // [ProjectionNotOfDocument]
record ProjectionNotOfDocument(String name) {
    record House(ObjectId id, String name) {}
}
