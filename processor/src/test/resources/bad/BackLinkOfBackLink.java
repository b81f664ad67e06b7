package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record BackLinkOfBackLink(
        ObjectId id,
        @BackLink(originalField = "b") BackRef<BackLinkOfBackLink> a, // [BackLinkOfBackLink]
        @BackLink(originalField = "a") BackRef<BackLinkOfBackLink> b) {} // [BackLinkOfBackLink]
