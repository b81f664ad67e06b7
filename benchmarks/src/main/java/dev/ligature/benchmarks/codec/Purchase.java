// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import dev.ligature.annotation.Document;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.ObjectId;

/** A nested document: an order with its customer, addresses in three levels, and ten lines. */
@Document(collection = "purchases")
public record Purchase(
        @BsonId ObjectId id,
        String number,
        Status status,
        Instant placed,
        Customer customer,
        Address delivery,
        List<Line> lines,
        double total) {
    enum Status {
        PLACED,
        PAID,
        SENT
    }

    public record Customer(String name, String email, boolean business, Address address) {}

    public record Address(String street, String zip, String city, Country country) {}

    public record Country(String code, String name) {}

    public record Line(String sku, String title, int quantity, double price) {}

    static Purchase sample() {
        Country country = new Country("DE", "Germany");
        Address home = new Address("1 Long Street", "10115", "Berlin", country);
        return new Purchase(
                new ObjectId("665000000000000000000003"),
                "2026-000123",
                Status.PAID,
                Instant.ofEpochMilli(1_717_200_000_123L),
                new Customer("A. Customer", "customer@example.com", false, home),
                new Address("2 Short Street", "20095", "Hamburg", country),
                IntStream.range(0, 10)
                        .mapToObj(
                                i -> new Line("SKU-" + (1000 + i), "An article of number " + i, i + 1, 9.95 * (i + 1)))
                        .toList(),
                547.25);
    }
}
