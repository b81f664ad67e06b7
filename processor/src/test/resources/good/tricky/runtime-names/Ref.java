package names;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.link.BackRef;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

@Document
record Ref(
        @BsonId String key,
        @dev.ligature.annotation.Link dev.ligature.link.Ref<Ref> id,
        @dev.ligature.annotation.Link List<dev.ligature.link.Ref<Link>> ref,
        @BackLink(originalField = "refs") List<BackRef<Link>> links) {}
