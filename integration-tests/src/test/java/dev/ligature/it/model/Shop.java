// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A record with embedded values that may be absent: some can be begun by an update of one member, others cannot. */
@Document(collection = "shops")
public record Shop(int id, String name, Optional<Visits> visits, Optional<Stock> stock) {
    /** Nothing of it is required. */
    public static class Visits {
        public int count;
        public List<String> names = new ArrayList<>();
    }

    /** All of it is required. */
    public record Stock(int size, List<String> shelves) {}

    public static Shop of(int id) {
        return new Shop(id, "Corner", Optional.empty(), Optional.empty());
    }

    public Shop withStock(int size, String... shelves) {
        return new Shop(id, name, visits, Optional.of(new Stock(size, List.of(shelves))));
    }
}
