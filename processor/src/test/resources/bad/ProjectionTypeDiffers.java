package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.types.ObjectId;

@Projection(ProjectionTypeDiffers.House.class)
record ProjectionTypeDiffers(
        int name, // [ProjectionTypeDiffers]
        long doorHeight, // [ProjectionTypeDiffers]
        ProjectionTypeDiffers.Door door, // [ProjectionTypeDiffers]
        Integer windowsWidth, // [ProjectionTypeDiffers]
        Optional<List<Integer>> windowsHeight, // [ProjectionTypeDiffers]
        @Path("yard.size") String yard, // [ProjectionTypeDiffers]
        @Path("door.height") Optional<Integer> fits,
        @Path("door.height") Integer fitsToo) {
    @Document
    record House(
            ObjectId id,
            String name,
            @Link Ref<Door> door,
            @Link List<Ref<Window>> windows,
            @Link Optional<Ref<Yard>> yard) {}

    @Document
    record Door(ObjectId id, int height) {}

    @Document
    record Window(ObjectId id, int width, int height) {}

    @Document
    record Yard(ObjectId id, int size) {}
}
