// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Version;

/** A record with a version under a number as id. */
@Document(collection = "stocks")
public record Stock(Long id, int amount, @Version long version) {
    public static Stock of(long id, int amount) {
        return new Stock(id, amount, 0);
    }

    public Stock withAmount(int changed) {
        return new Stock(id, changed, version);
    }
}
