package names;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import org.bson.types.ObjectId;

@Document
record Links(ObjectId id, @Link Ref<Links> links, @Link java.util.List<Ref<Repository>> repositories) {}
