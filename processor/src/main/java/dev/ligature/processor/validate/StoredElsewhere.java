// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.LinkHolder;
import dev.ligature.processor.model.NestedLinkModel;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.model.ValueModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a type stores where documents of another type of its collection have a link within embedded values.
 *
 * @param own the link, or what holds it, in Java names: {@code engine.maker}
 * @param others the other type's member, which is not the same
 * @param storedName the path of both
 */
record StoredElsewhere(String own, String others, String storedName) {
    /** Empty if the other type has the same link, or nothing, there. */
    static Optional<StoredElsewhere> find(NestedLinkModel link, DocumentModel other) {
        return otherLink(link, other).or(() -> value(link, 0, other, other.structure(), ""));
    }

    private static Optional<StoredElsewhere> otherLink(NestedLinkModel link, DocumentModel other) {
        return other.nestedLinks().stream()
                .filter(each -> each.storedName().equals(link.storedName()))
                .filter(each -> !HierarchyValidator.areAlike(each.link(), link.link())
                        || !containers(each).equals(containers(link)))
                .findFirst()
                .map(each -> new StoredElsewhere(link.member(), each.member(), link.storedName()));
    }

    private static List<List<LinkHolder>> containers(NestedLinkModel link) {
        return link.way().stream().map(NestedLinkModel.Step::containers).toList();
    }

    /**
     * A value that ends the way, or that stands at its end. A link that does is found from its own side, where it meets what is
     * embedded.
     *
     * @param depth how far the way was followed, to the members of a structure
     */
    private static Optional<StoredElsewhere> value(
            NestedLinkModel link, int depth, DocumentModel other, StructureModel structure, String prefix) {
        String storedName = names(link, true).get(depth);
        return structure.fields().stream()
                .filter(field -> field.storedName().equals(storedName))
                .flatMap(field -> value(link, depth, other, field, prefix).stream())
                .findFirst();
    }

    private static Optional<StoredElsewhere> value(
            NestedLinkModel link, int depth, DocumentModel other, FieldModel field, String prefix) {
        String member = prefix + field.name();
        Optional<ValueModel.Embedded> embedded = field.value().embedded();
        if (embedded.isEmpty() || depth == link.way().size()) {
            return Optional.of(
                    new StoredElsewhere(path(names(link, false), depth), member, path(names(link, true), depth)));
        }
        return other.embedded(embedded.get().name())
                .instances(other::embedded)
                .flatMap(inner -> value(link, depth + 1, other, inner.structure(), member + ".").stream())
                .findFirst();
    }

    private static String path(List<String> names, int depth) {
        return String.join(".", names.subList(0, depth + 1));
    }

    private static List<String> names(NestedLinkModel link, boolean areStored) {
        List<String> names = new ArrayList<>();
        for (NestedLinkModel.Step step : link.way()) {
            names.add(areStored ? step.field().storedName() : step.field().name());
        }
        names.add(areStored ? link.link().storedName() : link.link().name());
        return names;
    }
}
