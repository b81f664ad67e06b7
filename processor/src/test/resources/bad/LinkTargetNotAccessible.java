package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class LinkTargetNotAccessible {
    @Document
    record Public(
            ObjectId id,
            @Link Ref<Hidden> hidden) {} // [LinkTargetNotAccessible]

    @Document
    private record Hidden(ObjectId id) {} // [DocumentPrivate]
}
