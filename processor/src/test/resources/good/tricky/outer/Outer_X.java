package names;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import org.bson.types.ObjectId;

@Document
record Outer_X(ObjectId id, Outer.Shared shared, @Link Ref<Outer.Middle.Deepest> deepest) {}
