// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.orders;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A record with links in embedded records: a single one, in a list, in a map, and two levels deep. */
@Document(collection = "orders")
public record Order(
        @Nullable ObjectId id,
        String number,
        Optional<Customer> customer,
        List<Line> lines,
        Map<String, Line> extras,
        @BsonProperty("boxes") List<Parcel> parcels) {

    /** Embedded once at most. */
    public record Customer(String name, @Link Optional<Ref<Buyer>> account) {}

    /** Embedded in a list, in a map, and in another embedded record. */
    public record Line(
            int quantity,
            @Link @BsonProperty("item") Ref<Product> product,
            @Link Optional<List<Ref<Product>>> alternatives) {
        public static Line of(int quantity, Ref<Product> product) {
            return new Line(quantity, product, Optional.empty());
        }

        public Line withAlternatives(List<Ref<Product>> refs) {
            return new Line(quantity, product, Optional.of(refs));
        }
    }

    /** Holds a list of its own. */
    public record Parcel(String label, List<Line> lines) {}

    public static Order of(String number, Line... lines) {
        return new Order(null, number, Optional.empty(), List.of(lines), Map.of(), List.of());
    }

    public Order withCustomer(Customer value) {
        return new Order(id, number, Optional.of(value), lines, extras, parcels);
    }

    public Order withLines(List<Line> values) {
        return new Order(id, number, customer, values, extras, parcels);
    }

    public Order withExtras(Map<String, Line> values) {
        return new Order(id, number, customer, lines, values, parcels);
    }

    public Order withParcels(List<Parcel> values) {
        return new Order(id, number, customer, lines, extras, values);
    }
}
