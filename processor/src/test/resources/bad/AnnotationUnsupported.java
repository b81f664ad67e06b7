package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
class AnnotationUnsupported {
    ObjectId id;

    @BsonRepresentation(org.bson.BsonType.STRING) // [AnnotationUnsupported]
    ObjectId other;

    @BsonExtraElements // [AnnotationUnsupported]
    Map<String, String> rest;
}
