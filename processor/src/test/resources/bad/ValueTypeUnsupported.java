package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record ValueTypeUnsupported(
        ObjectId id,
        ArrayList<String> names, // [ValueTypeUnsupported]
        List<String>[] lists) {} // [ValueTypeUnsupported]
