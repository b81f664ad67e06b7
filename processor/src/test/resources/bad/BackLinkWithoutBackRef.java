package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record BackLinkWithoutBackRef(
        ObjectId id,
        @Link Ref<BackLinkWithoutBackRef> next,
        @BackLink(originalField = "next") ObjectId previous) {} // [BackLinkWithoutBackRef]
