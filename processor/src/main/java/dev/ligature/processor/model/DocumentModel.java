// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that the generators know about a document.
 *
 * @param id the member stored as {@code _id}
 * @param embedded the types embedded at any depth; those that others need come first
 * @param isPublic whether the generated types are public
 * @param lints the lints that the names in the generated code would provoke
 */
public record DocumentModel(
        DocumentNames names,
        String collection,
        int maxDepth,
        StructureModel structure,
        FieldModel id,
        List<EmbeddedModel> embedded,
        List<IndexModel> indexes,
        boolean isPublic,
        List<String> lints) {
    public DocumentModel {
        embedded = List.copyOf(embedded);
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
        for (MemberModel.Reference link : structure.references()) {
            types.add(link.target().document());
            types.add(link.target().codec());
            types.add(link.target().query());
        }
        return types;
    }

    /** The simple names of {@link #types()}, those of enclosing types too. */
    public Set<String> typeNames() {
        return types().stream()
                .flatMap(type -> type.simpleNames().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public EmbeddedModel embedded(String name) {
        return embedded.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
