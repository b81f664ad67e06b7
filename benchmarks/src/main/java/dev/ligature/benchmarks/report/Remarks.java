// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What people have to say about tables: written by hand, kept beside the code, by the tables' keys. */
final class Remarks {
    private final Map<String, String> texts;

    private Remarks(Map<String, String> texts) {
        this.texts = texts;
    }

    /**
     * Reads remarks from Markdown in which every heading of the second level is a key.
     *
     * @throws IllegalArgumentException when a heading is no key, so that no remark gets lost
     */
    static Remarks parse(String markdown, Set<String> keys) {
        Map<String, String> texts = Arrays.stream(markdown.split("(?m)^## ", -1))
                .skip(1)
                .map(remark -> remark.split("\n", 2))
                .collect(Collectors.toMap(
                        remark -> remark[0].strip(),
                        remark -> remark[1].strip(),
                        (a, b) -> a + "\n\n" + b,
                        TreeMap::new));
        texts.keySet().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(
                    "There is a remark on \"" + key + "\", which is no table. Tables: " + keys);
        });
        return new Remarks(texts);
    }

    /** Empty where nobody has said anything. */
    String on(String key) {
        return texts.getOrDefault(key, "");
    }
}
