// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a value is stored. Two Java types with one stored form have one schema. */
public sealed interface TypeSchema {
    /** A value of a BSON type, of some of its values, or of a fixed form that Ligature gives it: {@code int}, {@code short}, {@code uuid}. */
    record Scalar(String name) implements TypeSchema {}

    /**
     * One of some strings.
     *
     * @param values sorted: the order of the constants means nothing
     */
    record Enumeration(List<String> values) implements TypeSchema {
        public Enumeration {
            values = List.copyOf(values);
        }
    }

    record Array(TypeSchema element) implements TypeSchema {}

    /**
     * A document whose keys are not names of members.
     *
     * @param keys the stored names of the constants that are the keys; null for any strings
     */
    record MapOf(@Nullable List<String> keys, TypeSchema value) implements TypeSchema {
        public MapOf {
            keys = keys == null ? null : List.copyOf(keys);
        }
    }

    /** A document whose form has a name in the schema of the document around it. */
    record Embedded(String name) implements TypeSchema {}

    /**
     * A link to one document.
     *
     * @param target the binary name of the document's class
     * @param storage the name of a {@code LinkStorage} constant
     */
    record Link(String target, String storage) implements TypeSchema {}

    /** Whatever the codec of a Java type writes. */
    record Registered(String javaType) implements TypeSchema {}
}
