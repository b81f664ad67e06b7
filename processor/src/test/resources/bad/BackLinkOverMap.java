package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class BackLinkOverMap {
    @Document
    record Order(ObjectId id, Map<String, Line> extras, List<Line> lines) {}

    record Line(@Link Ref<Product> product) {}

    @Document
    record Product(
            ObjectId id,
            @BackLink(originalField = "extras.product") List<BackRef<Order>> orders) {} // [BackLinkOverMap]
}
