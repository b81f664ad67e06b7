package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class IndexOverLists {
    @Document
    @CompoundIndex({"names", "links"}) // [IndexOverLists]
    record Warned(ObjectId id, List<String> names, @Link Optional<List<Ref<Warned>>> links) {}

    @Document
    @CompoundIndex({"names", "-sizes"})
    @SuppressWarnings("IndexOverLists")
    record Suppressed(ObjectId id, Set<String> names, int[] sizes) {}

    @Document
    @CompoundIndex({"names", "bytes"})
    record OneList(ObjectId id, Collection<String> names, byte[] bytes) {}
}
