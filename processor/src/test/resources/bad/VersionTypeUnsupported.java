package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class VersionTypeUnsupported {
    @Document
    record Boxed(
            ObjectId id,
            @Version Long version) {} // [VersionTypeUnsupported]

    @Document
    record Narrow(
            ObjectId id,
            @Version int version) {} // [VersionTypeUnsupported]
}
