// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.Version;
import dev.ligature.link.Ref;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A class with a version that links to another one. */
@Document(collection = "crews")
public class Crew {
    public @Nullable ObjectId id;

    @Version
    public long version;

    @Link
    public @Nullable Ref<Ledger> ledger;
}
