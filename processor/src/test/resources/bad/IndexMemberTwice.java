package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
@CompoundIndex({"name", "name"})
@CompoundIndex({"name", "size", "-name"})
record IndexMemberTwice(ObjectId id, String name, int size) {} // [IndexMemberTwice]
