package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record LinkWildcard(
        ObjectId id,
        @Link Ref<?> any, // [LinkWildcard]
        @Link Ref<? extends LinkWildcard> next, // [LinkWildcard]
        @Link List<? extends Ref<LinkWildcard>> others) {} // [LinkWildcard]
