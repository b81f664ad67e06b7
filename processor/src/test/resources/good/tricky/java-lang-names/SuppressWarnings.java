package names;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import org.bson.types.ObjectId;

@Document
class SuppressWarnings {
    ObjectId id;
    java.lang.String value;

    @Link
    Ref<RuntimeException> exception;
}
