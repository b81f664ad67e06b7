package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
class AnnotationMisplaced {
    ObjectId id;

    @Link // [AnnotationMisplaced]
    static Ref<AnnotationMisplaced> shared;

    @Link // [AnnotationMisplaced]
    transient Ref<AnnotationMisplaced> forgotten;

    private long version;

    @Version
    long getVersion() {
        return version;
    }

    @Indexed // [AnnotationMisplaced]
    void setVersion(long version) {
        this.version = version;
    }

    @Link // [AnnotationMisplaced]
    Ref<AnnotationMisplaced> computed() {
        return Ref.to(id);
    }

    @Indexed // [AnnotationMisplaced]
    @BackLink(originalField = "x") // [AnnotationMisplaced]
    static int both() {
        return 1;
    }

    Part part;

    record Part(int a) {
        @Version // [AnnotationMisplaced]
        static long version;
    }
}
