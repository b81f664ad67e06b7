package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document(collection = "system.x", maxDepth = -2) // [CollectionNameInvalid] [MaxDepthNegative]
@CompoundIndex("nope") // [IndexMemberUnknown]
class AllErrorsAtOnce { // [IdMissing]
    @Link
    ObjectId notARef; // [LinkWithoutRef]

    final int height = 1; // [MemberNotSettable]
    Map<Integer, String> map; // [MapKeyNotString]
}

@Document
record LinksToTheBrokenOne(ObjectId id, @Link Ref<AllErrorsAtOnce> broken) {}

@Document
record LinksToThatInTurn(ObjectId id, @Link Ref<LinksToTheBrokenOne> broken) {}
