package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
class AnnotationMisplaced {
    ObjectId id;

    @Link
    static Ref<AnnotationMisplaced> shared; // [AnnotationMisplaced]

    @Link
    transient Ref<AnnotationMisplaced> forgotten; // [AnnotationMisplaced]

    private long version;

    @Version
    long getVersion() {
        return version;
    }

    @Indexed
    void setVersion(long version) { // [AnnotationMisplaced]
        this.version = version;
    }

    @Link
    Ref<AnnotationMisplaced> computed() { // [AnnotationMisplaced]
        return Ref.to(id);
    }

    @Indexed
    @BackLink(originalField = "x")
    static int both() { // [AnnotationMisplaced] [AnnotationMisplaced]
        return 1;
    }

    Part part;

    record Part(int a) {
        @Version
        static long version; // [AnnotationMisplaced]
    }
}
