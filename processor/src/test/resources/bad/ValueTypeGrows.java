package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record ValueTypeGrows(ObjectId id, Tree<String> tree, Twins<String> twins, Link<String> link) {
    record Tree<X>(X x, Optional<Tree<List<X>>> y) {} // [ValueTypeGrows]

    record Twins<X>(
            Optional<Twins<List<X>>> a, // [ValueTypeGrows]
            Optional<Twins<Set<X>>> b) {}

    /** Ends after two. */
    record Link<X>(X x, Optional<Link<Long>> next) {}
}
