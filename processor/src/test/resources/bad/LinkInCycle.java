package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record LinkInCycle(ObjectId id, Part part) {
    record Part(
            @Link Ref<LinkInCycle> whole, // [LinkInCycle]
            List<Part> parts,
            Detail detail) {}

    record Detail(
            @Link Optional<Ref<LinkInCycle>> source) {} // [LinkInCycle]
}
