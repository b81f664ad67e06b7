package names;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import org.bson.types.ObjectId;

class RuntimeNames {
    @Document
    record Outer(ObjectId id, Reads reads, @Link Ref<Links> links) {}

    record Reads(java.lang.String value) {}
}
