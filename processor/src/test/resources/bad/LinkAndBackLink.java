package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record LinkAndBackLink(
        ObjectId id,
        @Link @BackLink(originalField = "next") Ref<LinkAndBackLink> next) {} // [LinkAndBackLink]
