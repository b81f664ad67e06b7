package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record GeneratedTypeExists(ObjectId id) { // [GeneratedTypeExists]
    /** Says nothing more, although the code generated for it would name the query class. */
    @Document
    record House(ObjectId id, QGeneratedTypeExists drawing, @Link Ref<GeneratedTypeExists> door) {}

    @Projection(House.class)
    record Card(ObjectId id) {}

    @Document
    record Shown(ObjectId id) {}

    static class Outer {
        @Projection(Shown.class)
        record Card(ObjectId id) {} // [GeneratedTypeExists]
    }
}

class QGeneratedTypeExists {
    int width;
}

class GeneratedTypeExists_Outer_CardProjection {}
