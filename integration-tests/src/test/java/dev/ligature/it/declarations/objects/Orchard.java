// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.objects;

import dev.ligature.annotation.Document;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A record with values of a generic record, of a class and of a sealed hierarchy. */
@Document
record Orchard(
        @Nullable ObjectId id, Pair<String, Integer> best, Map<String, Pair<Long, Tree>> rows, List<Fence> fences) {
    record Pair<A, B>(A first, B second) {}

    static class Tree {
        String kind = "apple";
        int height;
    }

    sealed interface Fence {}

    record Wire(int length) implements Fence {}

    enum Wall implements Fence {
        LOW,
        HIGH
    }
}
