// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A link that a projection reads or follows.
 *
 * @param within the members that hold the embedded values with the link, from the document on; none for a link of the
 *     document itself
 */
public record ProjectedLink(List<FieldModel> within, MemberModel.Reference link) {
    public ProjectedLink {
        within = List.copyOf(within);
    }

    /** The same for a link that a document's model has. */
    public static ProjectedLink of(NestedLinkModel link) {
        return new ProjectedLink(
                link.way().stream().map(NestedLinkModel.Step::field).toList(), link.link());
    }

    /** {@code lines.product}, as the runtime names the link. */
    public String member() {
        return Stream.concat(within.stream().map(FieldModel::name), Stream.of(link.name()))
                .collect(Collectors.joining("."));
    }

    /** {@code LinesProduct}, for the names of what is generated. */
    public String capitalized() {
        return Stream.concat(within.stream().map(FieldModel::name), Stream.of(link.name()))
                .map(Capitals::capitalized)
                .collect(Collectors.joining());
    }

    /** Whether the values with the link are in a list or a map. */
    public boolean isInContainer() {
        return within.stream().anyMatch(field -> !(field.value() instanceof ValueModel.Embedded));
    }

    /** Whether a document may hold several. */
    public boolean isList() {
        return link.shape().isList() || isInContainer();
    }
}
