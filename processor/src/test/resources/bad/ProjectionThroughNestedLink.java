package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class ProjectionThroughNestedLink {
    @Document
    record Order(ObjectId id, String number, Customer customer) {}

    record Customer(@Link Ref<Buyer> account) {}

    @Document
    record Buyer(ObjectId id, String name, @BackLink(originalField = "customer.account") List<BackRef<Order>> orders) {}

    @Projection(ProjectionThroughNestedLink.Order.class)
    record Card(
            @Path("customer.account.name") String name, // [ProjectionThroughNestedLink]
            @Path("customer.account") Ref<Buyer> buyer) {} // [ProjectionThroughNestedLink]

    @Projection(ProjectionThroughNestedLink.Buyer.class)
    record Tile(
            @Path("orders.number") List<String> numbers) {} // [ProjectionThroughNestedLink]
}
