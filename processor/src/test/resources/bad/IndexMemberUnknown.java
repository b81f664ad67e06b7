package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
@CompoundIndex({"nam", "-id"})
@CompoundIndex({"id", "-t"})
record IndexMemberUnknown(ObjectId id, String name, @BsonProperty("t") String title) { // [IndexMemberUnknown] [IndexMemberUnknown]

    @Document
    @CompoundIndex("nam") // [IndexMemberUnknown]
    record One(ObjectId id, String name) {}

    @Document
    @CompoundIndex({"id", "naem", "xyz.name"}) // [IndexMemberUnknown] [IndexMemberUnknown]
    record Two(ObjectId id, String name) {}
}
