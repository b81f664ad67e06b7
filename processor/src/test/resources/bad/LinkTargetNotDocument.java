package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record LinkTargetNotDocument(
        ObjectId id,
        @Link Ref<Publisher> publisher, // [LinkTargetNotDocument]
        @Link List<Ref<String>> names) { // [LinkTargetNotDocument]
    record Publisher(ObjectId id) {}
}
