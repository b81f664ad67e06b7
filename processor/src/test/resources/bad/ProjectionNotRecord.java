package bad;

import dev.ligature.annotation.*;
import java.util.*;
import org.bson.types.ObjectId;

@Projection(ProjectionNotRecord.House.class)
class ProjectionNotRecord { // [ProjectionNotRecord]
    @Projection(House.class)
    interface View {} // [ProjectionNotRecord]

    @Document
    record House(ObjectId id, String name) {}
}
