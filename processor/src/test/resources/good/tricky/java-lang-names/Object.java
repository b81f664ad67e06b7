package names;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.Optional;
import org.bson.types.ObjectId;

@Document
record Object(ObjectId id, java.lang.String name, @Link Optional<Ref<Override>> override) {}
