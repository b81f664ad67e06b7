package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record StoredNameInvalid(
        ObjectId id,
        @BsonProperty("$a") String dollar, // [StoredNameInvalid]
        @BsonProperty("a.b") String dot, // [StoredNameInvalid]
        @BsonProperty("a\0b") String nul) {} // [StoredNameInvalid]
