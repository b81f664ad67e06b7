package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record UnlinkOfRequired(
        ObjectId id,
        @Link Optional<Ref<UnlinkOfRequired>> optional,
        @Link List<Ref<UnlinkOfRequired>> list,
        @Link Ref<UnlinkOfRequired> required,
        @Link Ref<UnlinkOfRequired> other,
        @BackLink(originalField = "optional", onDelete = OnDelete.UNLINK) List<BackRef<UnlinkOfRequired>> ofOptional,
        @BackLink(originalField = "list", onDelete = OnDelete.UNLINK) List<BackRef<UnlinkOfRequired>> ofList,
        @BackLink(originalField = "required", onDelete = OnDelete.UNLINK) // [UnlinkOfRequired]
                List<BackRef<UnlinkOfRequired>> ofRequired,
        @BackLink(originalField = "other", onDelete = OnDelete.UNLINK)
                @SuppressWarnings("UnlinkOfRequired")
                List<BackRef<UnlinkOfRequired>> ofOther) {}
