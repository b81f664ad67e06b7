// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.enums;

import dev.ligature.annotation.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Enums as keys, wherever a map may be. */
@Document
record Yard(
        @Nullable ObjectId id,
        Map<Wood, Integer> counts,
        Map<Wood, Pile> piles,
        Map<Wood, List<String>> labels,
        Optional<Map<Weight, Wood>> woods,
        Map<String, Map<Wood, Long>> byPlace,
        List<Map<Wood, Integer>> history) {
    record Pile(int height, Map<Weight, Integer> pieces) {}

    static Yard of(Map<Wood, Integer> counts) {
        return new Yard(null, counts, Map.of(), Map.of(), Optional.empty(), Map.of(), List.of());
    }
}
