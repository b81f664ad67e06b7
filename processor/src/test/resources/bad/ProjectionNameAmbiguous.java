package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.types.ObjectId;

@Projection(ProjectionNameAmbiguous.House.class)
record ProjectionNameAmbiguous(String doorFrameColor, String doorName) { // [ProjectionNameAmbiguous]
    @Document
    record House(ObjectId id, String doorName, @Link Ref<Door> door) {}

    @Document
    record Door(ObjectId id, String name, String frameColor, Frame frame) {}

    record Frame(String color) {}
}
