// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.schema;

import java.util.List;
import java.util.SortedMap;

/** The form of a document within a document. */
public sealed interface EmbeddedSchema {
    /** That of a record or a class. */
    record Plain(List<FieldSchema> fields) implements EmbeddedSchema {
        public Plain {
            fields = List.copyOf(fields);
        }
    }

    /**
     * That of a sealed type.
     *
     * @param key the field that names the subtype
     * @param variants the names of the forms by the value of that field
     */
    record Union(String key, SortedMap<String, String> variants) implements EmbeddedSchema {}

    /** That of an enum among the subtypes of a sealed type. */
    record Constants(List<String> values) implements EmbeddedSchema {
        public Constants {
            values = List.copyOf(values);
        }
    }
}
