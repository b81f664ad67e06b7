package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class DocumentPrivate {
    @Document
    private record Hidden(ObjectId id) {} // [DocumentPrivate]

    private static class Outer {
        @Document
        public record Inner(ObjectId id) {} // [DocumentPrivate]
    }
}
