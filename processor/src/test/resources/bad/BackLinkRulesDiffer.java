package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record BackLinkRulesDiffer(
        ObjectId id,
        @BackLink(originalField = "owner", onDelete = OnDelete.CASCADE) List<BackRef<House>> houses,
        @BackLink(originalField = "owner", onDelete = OnDelete.CASCADE) Optional<List<BackRef<House>>> same,
        @BackLink(originalField = "tenant") List<BackRef<House>> rented,
        @BackLink(originalField = "owner", onDelete = OnDelete.RESTRICT) List<BackRef<House>> others) { // [BackLinkRulesDiffer]

    @Document
    record House(ObjectId id, @Link Ref<BackLinkRulesDiffer> owner, @Link Ref<BackLinkRulesDiffer> tenant) {}
}
