package names;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import org.bson.types.ObjectId;

class Outer {
    @Document
    record Inner(ObjectId id, Shared shared, @Link Ref<Outer_X> x) {}

    static class Middle {
        @Document
        protected static class Deepest {
            protected ObjectId id;
            protected Shared shared;

            @Link
            protected Ref<Inner> inner;
        }
    }

    record Shared(java.lang.String name) {}
}
