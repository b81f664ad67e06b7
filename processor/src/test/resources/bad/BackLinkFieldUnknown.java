package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class BackLinkFieldUnknown {
    @Document
    record House(ObjectId id, @Link Ref<Door> door, @Link Ref<Door> backDoor, @Link Ref<House> neighbour) {}

    @Document
    record Door(
            ObjectId id,
            @BackLink(originalField = "dor") BackRef<House> house) {} // [BackLinkFieldUnknown]
}
