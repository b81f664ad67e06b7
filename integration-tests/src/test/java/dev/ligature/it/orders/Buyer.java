// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.orders;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.link.BackRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class with a back link over a single embedded value. */
@Document(collection = "buyers")
public class Buyer {
    public @Nullable String id;
    public String name = "";

    @BackLink(originalField = "customer.account")
    public List<BackRef<Order>> orders = new ArrayList<>();

    public static Buyer of(String id, String name) {
        Buyer buyer = new Buyer();
        buyer.id = id;
        buyer.name = name;
        return buyer;
    }
}
