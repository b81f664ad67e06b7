package names;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import org.bson.types.ObjectId;

@Document
record Location(ObjectId id, java.lang.String location, @Link Ref<ValueCodecs> link) {}
