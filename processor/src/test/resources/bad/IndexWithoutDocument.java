package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@CompoundIndex({"a", "b"}) // [IndexWithoutDocument]
class IndexWithoutDocument {
    @CompoundIndex({"a", "b"})
    @CompoundIndex({"b", "a"})
    record Several(int a, int b) {} // [IndexWithoutDocument]

    @CompoundIndex({"a", "b"})
    @SuppressWarnings("IndexWithoutDocument")
    record Suppressed(int a, int b) {}
}
