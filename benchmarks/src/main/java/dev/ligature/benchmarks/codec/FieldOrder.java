// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import java.util.HashMap;
import java.util.Map;

/**
 * The fields of a document in the order in which a codec writes them. A field that comes where it is expected costs one comparison, where
 * a {@code switch} on its name costs a hash of the name, a search for the hash, and that comparison.
 */
final class FieldOrder {
    private final String[] names;
    private final Map<String, Integer> places = new HashMap<>();

    FieldOrder(String... names) {
        this.names = names;
        for (int place = 0; place < names.length; place++) {
            places.put(names[place], place);
        }
    }

    /** The place of a field, or -1 for one that is unknown. */
    int indexOf(String name, int expected) {
        return expected < names.length && names[expected].equals(name) ? expected : places.getOrDefault(name, -1);
    }
}
