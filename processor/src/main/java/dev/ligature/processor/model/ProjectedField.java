// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field that a projection reads.
 *
 * @param within the embedded values around it, from the document on
 */
public record ProjectedField(List<FieldModel> within, FieldModel field) {
    public ProjectedField {
        within = List.copyOf(within);
    }

    /** {@code address.street}, in stored names. */
    public String storedPath() {
        return path().map(FieldModel::storedName).collect(Collectors.joining("."));
    }

    /** {@code addressStreet}, in Java names. */
    public String name() {
        return Capitals.decapitalized(
                path().map(FieldModel::name).map(Capitals::capitalized).collect(Collectors.joining()));
    }

    /** Whether the field is read with another one that contains it. */
    public boolean isPartOf(ProjectedField other) {
        List<FieldModel> whole = other.path().toList();
        return !equals(other) && path().limit(whole.size()).toList().equals(whole);
    }

    private Stream<FieldModel> path() {
        return Stream.concat(within.stream(), Stream.of(field));
    }
}
