// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record with embedded values. */
@Document(collection = "flats")
public record Flat(
        int id,
        Address address,
        List<Room> rooms,
        Map<String, Address> formerAddresses,
        Optional<Room> garage,
        @Nullable Address billing,
        Shape shape,
        List<Shape> ornaments) {
    public static Flat of(int id) {
        return new Flat(
                id,
                new Address("High Street 1", "York", Optional.empty()),
                List.of(),
                Map.of(),
                Optional.empty(),
                null,
                new Shape.Dot(),
                List.of());
    }
}
