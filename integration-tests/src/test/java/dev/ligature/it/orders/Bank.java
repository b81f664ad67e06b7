// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.orders;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.link.BackRef;
import java.util.List;

/** What the subtypes of an embedded sealed type link to. */
@Document(collection = "banks")
public record Bank(
        int id,
        String name,
        @BackLink(originalField = "payment.bank") List<BackRef<Cart>> carts) {
    public static Bank of(int id, String name) {
        return new Bank(id, name, List.of());
    }
}
