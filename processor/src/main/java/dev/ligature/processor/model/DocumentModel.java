package dev.ligature.processor.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All that the generators know of a document.
 *
 * @param id the member stored as {@code _id}
 * @param embedded the types embedded at any depth, those that others need first
 * @param isPublic whether the generated types are public
 * @param lints the lints that what the generated code has to name would provoke
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

    /** The simple names of the user's types, which generated names must not hide. */
    public Set<String> typeNames() {
        Set<String> types = new LinkedHashSet<>(names.document().simpleNames());
        for (EmbeddedModel each : embedded) {
            types.addAll(each.rawType().simpleNames());
        }
        return types;
    }

    public EmbeddedModel embedded(String name) {
        return embedded.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
