// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the generators know about a document.
 *
 * @param id the member stored as {@code _id}
 * @param embedded the types embedded at any depth; those that others need come first
 * @param nestedLinks the links within embedded values, once for each way that leads to them
 * @param isPublic whether the generated types are public
 * @param lints the lints that the names in the generated code would provoke
 * @param hierarchy the types that share its collection; null if it holds this one only
 */
public record DocumentModel(
        DocumentNames names,
        String collection,
        int maxDepth,
        StructureModel structure,
        FieldModel id,
        List<EmbeddedModel> embedded,
        List<NestedLinkModel> nestedLinks,
        List<IndexModel> indexes,
        boolean isPublic,
        List<String> lints,
        @Nullable HierarchyModel hierarchy) {
    public DocumentModel {
        embedded = List.copyOf(embedded);
        nestedLinks = List.copyOf(nestedLinks);
        indexes = List.copyOf(indexes);
        lints = List.copyOf(lints);
    }

    /** The user's types, and what is generated from those that are linked to: generated names must not hide them. */
    public Set<ClassName> types() {
        Set<ClassName> types = new LinkedHashSet<>();
        types.add(names.document());
        for (EmbeddedModel each : embedded) {
            types.add(each.rawType());
        }
        for (DocumentNames relative : relatives()) {
            types.add(relative.document());
            types.add(relative.codec());
            types.add(relative.query());
        }
        for (DocumentNames target : targets()) {
            types.add(target.document());
            types.add(target.codec());
            types.add(target.query());
        }
        return types;
    }

    /** The documents at the other ends of all links, each once. */
    public Set<DocumentNames> targets() {
        return Stream.concat(
                        structure.references().stream(),
                        embedded.stream()
                                .filter(EmbeddedModel.Plain.class::isInstance)
                                .flatMap(each -> ((EmbeddedModel.Plain) each).structure().references().stream()))
                .map(MemberModel.Reference::target)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The documents that generated code names because they share the collection: the root, or those below. */
    public List<DocumentNames> relatives() {
        if (hierarchy == null) {
            return List.of();
        }
        Stream<DocumentNames> below = hierarchy.below().stream().map(HierarchyModel.Below::names);
        return Stream.concat(Stream.ofNullable(hierarchy.root()), below).toList();
    }

    /** Whether documents of several types are documents of this one. */
    public boolean isSealed() {
        return hierarchy != null && hierarchy.isSealed();
    }

    /** The simple names of {@link #types()}, those of enclosing types too. */
    public Set<String> typeNames() {
        return types().stream()
                .flatMap(type -> type.simpleNames().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public EmbeddedModel embedded(String name) {
        return EmbeddedModel.named(name, embedded);
    }
}
