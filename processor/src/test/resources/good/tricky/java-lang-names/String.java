package names;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.Optional;
import org.bson.types.ObjectId;

@Document
record String(ObjectId id, java.lang.String value, Optional<java.lang.Number> number, @Link Ref<Integer> integer) {}
