package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.types.ObjectId;

@Projection(ProjectionOfBackLink.Door.class)
record ProjectionOfBackLink(BackRef<ProjectionOfBackLink.House> house) { // [ProjectionOfBackLink]
    @Document
    record House(ObjectId key, @org.bson.codecs.pojo.annotations.BsonId ObjectId id, @Link Ref<Door> door) {}

    @Document
    record Door(ObjectId id, @BackLink(originalField = "door") BackRef<House> house) {}
}
