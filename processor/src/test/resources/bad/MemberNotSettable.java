package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
class MemberNotSettable {
    ObjectId id;
    final int height = 1; // [MemberNotSettable]
    private List<String> names; // [MemberNotSettable]

    List<String> getNames() {
        return names;
    }
}
