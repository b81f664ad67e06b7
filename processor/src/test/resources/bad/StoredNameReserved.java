package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record StoredNameReserved(
        ObjectId id,
        String _l0, // [StoredNameReserved]
        @BsonProperty("_k12") String keys, // [StoredNameReserved]
        String _s1, // [StoredNameReserved]
        String _c1, // [StoredNameReserved]
        String _l,
        String _x1) {}
