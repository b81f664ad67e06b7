// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** The root of most queries. */
@Document(collection = "houses", maxDepth = 1)
public record House(
        @Nullable ObjectId id,
        int number,
        String name,
        String street,
        int rooms,
        @Link Ref<Door> door,
        @Link List<Ref<Window>> windows) {}
