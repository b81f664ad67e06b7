package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

record PathWithoutProjection(
        String name,
        @Path("door.height") int height) { // [PathWithoutProjection]

    record Suppressed(
            @Path("door.height") @SuppressWarnings("PathWithoutProjection") int height) {}
}
