package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class BackLinkPointsElsewhere {
    @Document
    record House(ObjectId id, @Link Ref<Window> window) {}

    @Document
    record Window(ObjectId id) {}

    @Document
    record Door(
            ObjectId id,
            @BackLink(originalField = "window") BackRef<House> house) {} // [BackLinkPointsElsewhere]
}
