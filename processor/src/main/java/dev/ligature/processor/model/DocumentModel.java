package dev.ligature.processor.model;

import java.util.List;

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

    public EmbeddedModel embedded(String name) {
        return embedded.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
