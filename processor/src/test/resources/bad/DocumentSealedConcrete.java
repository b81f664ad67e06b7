package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class DocumentSealedConcrete {
    @Document
    static sealed class Vehicle permits Car { // [DocumentSealedConcrete]
        ObjectId id;
    }

    static final class Car extends Vehicle {}
}
