package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record LinkInId(Key id) {
    record Key(
            int number,
            @Link Ref<LinkInId> other) {} // [LinkInId]
}
