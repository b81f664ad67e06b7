package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record BackLinkFieldNotLink(
        ObjectId id,
        ObjectId next,
        @BackLink(originalField = "next") BackRef<BackLinkFieldNotLink> previous) {} // [BackLinkFieldNotLink]
