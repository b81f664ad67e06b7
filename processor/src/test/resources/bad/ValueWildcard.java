package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record ValueWildcard(
        ObjectId id,
        List<?> anything, // [ValueWildcard]
        Map<String, ? extends Number> numbers, // [ValueWildcard]
        Class<?> type) {} // [ValueWildcard]
