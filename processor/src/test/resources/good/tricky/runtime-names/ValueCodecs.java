package names;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import org.bson.types.ObjectId;

@Document
record ValueCodecs(ObjectId id, Field field, @Link Ref<Links> links) {
    record Field(java.lang.String name) {}
}
