package names;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.types.ObjectId;

@Document
record Module(ObjectId id, List<java.lang.String> names, @Link List<Ref<Object>> objects) {}
