package names;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import org.bson.types.ObjectId;

@Document
record Integer(ObjectId id, int value, @Link Ref<SuppressWarnings> warnings) {}
