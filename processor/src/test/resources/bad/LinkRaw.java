package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.types.ObjectId;

@Document
@SuppressWarnings("rawtypes")
record LinkRaw(
        ObjectId id,
        @Link Ref next, // [LinkRaw]
        @Link List<Ref> others, // [LinkRaw]
        @BackLink(originalField = "next") BackRef previous) { // [LinkRaw]
    static class Base<T> {
        @Link
        Ref<T> next; // [LinkRaw]
    }

    @Document
    static class OfRawBase extends Base {
        ObjectId id;
    }
}
