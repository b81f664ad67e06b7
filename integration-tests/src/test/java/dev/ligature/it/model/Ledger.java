// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Version;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A class with a version. */
@Document(collection = "ledgers")
public class Ledger {
    public @Nullable ObjectId id;
    public String text = "";

    @Version
    public long version;
}
