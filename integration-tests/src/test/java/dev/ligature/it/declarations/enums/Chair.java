// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.enums;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Indexed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Enums as values, wherever they may be. */
@Document
@SuppressWarnings("ArrayRecordComponent") // arrays are containers like the others here
record Chair(
        @Nullable ObjectId id,
        @Indexed Wood wood,
        Optional<Weight> weight,
        List<Wood> layers,
        Set<Weight> weights,
        Wood[] samples,
        Map<String, Wood> parts,
        Finish finish) {
    record Finish(Wood veneer, @Nullable Weight paint) {}

    static Chair of(Wood wood) {
        return new Chair(
                null,
                wood,
                Optional.of(Weight.LIGHT),
                List.of(wood, Wood.PINE),
                Set.of(Weight.HEAVY),
                new Wood[] {wood},
                Map.of("leg", wood),
                new Finish(Wood.ASH, Weight.LIGHT));
    }
}
