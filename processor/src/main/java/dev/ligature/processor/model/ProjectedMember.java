// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * A component of a projection.
 *
 * @param type the declared type
 * @param presence what it means if there is no value; a list is empty then
 * @param isMany whether it is the list of the values behind lists of links
 * @param path what it shows, in the Java names of the document's members
 * @param links the members that lead from the document to the one with the value
 */
public record ProjectedMember(
        String name, TypeName type, Presence presence, boolean isMany, String path, List<String> links, Value value) {
    public ProjectedMember {
        links = List.copyOf(links);
    }

    /** What a component shows of a document. */
    public sealed interface Value {
        /** The type of one value, boxed. */
        TypeName type();
    }

    /** A stored field. */
    public record Field(ProjectedField field) implements Value {
        @Override
        public TypeName type() {
            return field.field().value().type();
        }

        public boolean isPrimitive() {
            return field.field().isPrimitive();
        }
    }

    /** The document's id. */
    public record Id(TypeName type) implements Value {}

    /** The stored id of a link, or the ids of a list of links. */
    public record LinkedId(ProjectedLink link, TypeName type) implements Value {}

    /** A link itself, not fetched. */
    public record Link(ProjectedLink link, TypeName type) implements Value {}
}
