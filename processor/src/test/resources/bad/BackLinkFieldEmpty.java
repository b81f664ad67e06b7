package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record BackLinkFieldEmpty(
        ObjectId id,
        @Link Ref<BackLinkFieldEmpty> next,
        @BackLink(originalField = "") BackRef<BackLinkFieldEmpty> previous) {} // [BackLinkFieldEmpty]
