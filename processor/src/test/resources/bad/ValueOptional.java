package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record ValueOptional(
        ObjectId id,
        List<Optional<String>> names, // [ValueOptional]
        Optional<Optional<String>> name) {} // [ValueOptional]
