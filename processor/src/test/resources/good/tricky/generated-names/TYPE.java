package generated;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import org.bson.codecs.pojo.annotations.BsonCreator;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.types.ObjectId;

@Document
final class TYPE {
    final ObjectId id;
    final Part part;

    @Link
    final java.util.List<Ref<FIELDS>> fields;

    private TYPE(ObjectId id, Part part, java.util.List<Ref<FIELDS>> fields) {
        this.id = id;
        this.part = part;
        this.fields = fields;
    }

    @BsonCreator
    static TYPE of(
            @BsonProperty("id") ObjectId id,
            @BsonProperty("part") Part part,
            @BsonProperty("fields") java.util.List<Ref<FIELDS>> fields) {
        return new TYPE(id, part, fields);
    }

    record Part(java.util.List<Integer> TYPE, FIELDS.Made FIELDS) {}

    @Document
    record Nested(ObjectId id, boolean open) {}
}
