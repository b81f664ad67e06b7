package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class DocumentNotClass {
    @Document
    interface AnInterface {} // [DocumentNotClass]

    @Document
    enum AnEnum {} // [DocumentNotClass]

    @Document
    @interface AnAnnotation {} // [DocumentNotClass]
}
