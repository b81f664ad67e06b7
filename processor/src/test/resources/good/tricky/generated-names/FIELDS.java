package generated;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.Projection;
import dev.ligature.link.Ref;
import org.bson.codecs.pojo.annotations.BsonCreator;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.types.ObjectId;

@Document
record FIELDS(ObjectId id, Part part, Made made, @Link Ref<TYPE> type) {
    record Part(int FIELDS, java.util.Optional<Part> TYPE) {}

    static final class Made {
        final int size;

        private Made(int size) {
            this.size = size;
        }

        @BsonCreator
        static Made of(@BsonProperty("size") int size) {
            return new Made(size);
        }
    }

    @Projection(FIELDS.class)
    record Shown(ObjectId id, Part part, Ref<TYPE> type) {}
}
