package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record ValueRaw(
        ObjectId id,
        @SuppressWarnings("rawtypes") List names, // [ValueRaw]
        @SuppressWarnings("rawtypes") List<Map> maps) {} // [ValueRaw]
