package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class BackLinkRuleInEmbedded {
    @Document
    record Order(ObjectId id, List<Line> lines) {}

    record Line(@Link Ref<Product> product) {}

    @Document
    record Product(
            ObjectId id,
            @BackLink(originalField = "lines.product", onDelete = OnDelete.CASCADE)
            List<BackRef<Order>> orders) {} // [BackLinkRuleInEmbedded]
}
