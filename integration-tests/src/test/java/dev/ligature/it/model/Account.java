// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.Version;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonProperty;

/** A record with a version under another stored name, and links to documents with versions. */
@Document(collection = "accounts")
public record Account(
        String id,
        int balance,
        @Version @BsonProperty("v") long version,
        @Link List<Ref<Ledger>> ledgers) {
    public static Account of(String id, int balance) {
        return new Account(id, balance, 0, List.of());
    }

    public Account withBalance(int amount) {
        return new Account(id, amount, version, ledgers);
    }
}
