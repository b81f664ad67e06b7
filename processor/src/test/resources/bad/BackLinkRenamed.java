package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record BackLinkRenamed(
        ObjectId id,
        @Link Optional<Ref<BackLinkRenamed>> next,
        @BackLink(originalField = "next") @BsonProperty("p") Optional<BackRef<BackLinkRenamed>> previous, // [BackLinkRenamed]
        @BackLink(originalField = "next")
                @BsonProperty("a")
                @SuppressWarnings("BackLinkRenamed")
                List<BackRef<BackLinkRenamed>> all) {}
