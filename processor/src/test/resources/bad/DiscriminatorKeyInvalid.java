package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
@BsonDiscriminator(value = "a", key = "kind.of") // [DiscriminatorKeyInvalid]
record DiscriminatorKeyInvalid(ObjectId id, String name) {}
