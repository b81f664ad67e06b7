// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.orders;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** What lines link to, with back links over lists and a set of embedded values. */
@Document(collection = "products")
public record Product(
        @Nullable ObjectId id,
        String name,
        int price,
        @Link Optional<Ref<Buyer>> maker,
        @BackLink(originalField = "lines.product") List<BackRef<Order>> orders,
        @BackLink(originalField = "items.product") Optional<List<BackRef<Cart>>> carts) {
    public static Product of(String name, int price) {
        return new Product(null, name, price, Optional.empty(), List.of(), Optional.empty());
    }

    public Product madeBy(Ref<Buyer> ref) {
        return new Product(id, name, price, Optional.of(ref), orders, carts);
    }
}
