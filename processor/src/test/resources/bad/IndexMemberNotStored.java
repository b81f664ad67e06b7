package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
@CompoundIndex({
    "cache", // [IndexMemberNotStored]
    "-previous" // [IndexMemberNotStored]
})
record IndexMemberNotStored(
        ObjectId id,
        @Link Ref<IndexMemberNotStored> next,
        @Indexed @BsonIgnore String cache, // [IndexMemberNotStored]
        @Indexed @BackLink(originalField = "next") BackRef<IndexMemberNotStored> previous) {} // [IndexMemberNotStored]
