package bad;

import dev.ligature.annotation.*;
import org.bson.types.ObjectId;

@Projection(ProjectionErrorsAtOnce.House.class)
record ProjectionErrorsAtOnce(
        String nam, // [ProjectionNameUnknown]
        int name, // [ProjectionTypeDiffers]
        @Path("name.length") int length) { // [ProjectionPathIntoValue]
    @Document
    record House(ObjectId id, String name) {}

    @Document
    record Broken(String name) {} // [IdMissing]

    @Projection(Broken.class)
    record OfTheBrokenOne(String nam) {}

    @Projection(House.class)
    record Right(String name) {}

    static class Outer {
        @Projection(House.class)
        record Card(String name) {}
    }

    @Projection(House.class)
    record Outer_Card(String name) {} // [GeneratedNameTaken]
}
