package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record BackLinkInEmbedded(ObjectId id, @Link Ref<BackLinkInEmbedded> next, Part part) {
    record Part(
            @BackLink(originalField = "next") BackRef<BackLinkInEmbedded> previous) {} // [BackLinkInEmbedded]
}
