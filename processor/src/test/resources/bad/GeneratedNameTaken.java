package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class GeneratedNameTaken {
    @Document
    record Inner(ObjectId id) {}
}

@Document
record GeneratedNameTaken_Inner(ObjectId id) {} // [GeneratedNameTaken]
