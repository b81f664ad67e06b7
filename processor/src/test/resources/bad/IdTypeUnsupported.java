package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class IdTypeUnsupported {
    @Document
    record ADouble(
            double id) {} // [IdTypeUnsupported]

    @Document
    record AnOptional(
            Optional<ObjectId> id) {} // [IdTypeUnsupported]

    @Document
    record ALink(
            @Link Ref<ALink> id) {} // [IdTypeUnsupported]

    @Document
    record OfTheRegistry(
            Key id) {} // [IdTypeUnsupported]

    record Key(java.util.Currency currency) {}
}
