// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What became of a declaration with one compiler. */
sealed interface Verdict {
    /**
     * It compiles.
     *
     * @param generated the generated sources by their paths
     * @param classes the class files by their paths
     */
    record Accepted(Map<String, String> generated, Map<String, byte[]> classes) implements Verdict {}

    /** It has been refused with these errors, each of which has a key and a place. */
    record Refused(List<String> errors) implements Verdict {
        SortedSet<String> keys() {
            SortedSet<String> keys = new TreeSet<>();
            errors.forEach(each -> keys.add(each.substring(1, each.indexOf(']'))));
            return keys;
        }
    }

    /** Something went wrong that must not. */
    record Failed(String what) implements Verdict {}
}
