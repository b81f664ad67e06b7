package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class DocumentInner {
    @Document
    class Inner { // [DocumentInner]
        ObjectId id;
    }
}
