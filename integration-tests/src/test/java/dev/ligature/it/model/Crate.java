// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import dev.ligature.annotation.Document;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record with values in containers of every kind. */
@Document(collection = "crates")
@SuppressWarnings("ArrayRecordComponent") // arrays are containers like the others here
public record Crate(
        String id,
        List<@Nullable String> list,
        Collection<Integer> collection,
        Set<Color> set,
        Map<String, @Nullable Long> map,
        List<List<Integer>> nested,
        Map<String, List<UUID>> listsByKey,
        String[] array,
        int[] ints,
        double[] doubles,
        char[] letters,
        boolean[] flags,
        Optional<String> optional,
        Optional<List<Integer>> optionalList,
        Optional<Map<String, Color>> optionalMap,
        @Nullable String nullable,
        @Nullable Set<String> nullableSet) {
    public static Crate of(Map<String, @Nullable Long> map) {
        return new Crate(
                "c",
                List.of(),
                List.of(),
                Set.of(),
                map,
                List.of(),
                Map.of(),
                new String[0],
                new int[0],
                new double[0],
                new char[0],
                new boolean[0],
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                null,
                null);
    }
}
