// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.schema;

import dev.ligature.processor.schema.EmbeddedSchema.Union;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the database holds of a document.
 *
 * @param name the binary name of its class
 * @param fields those of the document itself, by their stored names
 * @param embedded the forms of the documents in it, by their names
 * @param types if documents of several types are in the collection, those of this one: binary names by the value of the field that
 *     tells them apart. A sealed document has no fields but the id: it has those of its types. Null if the collection has one type,
 *     and for a sealed document within another one
 */
public record DocumentSchema(
        String name,
        String collection,
        List<FieldSchema> fields,
        SortedMap<String, EmbeddedSchema> embedded,
        List<IndexSchema> indexes,
        List<BackLinkSchema> backLinks,
        @Nullable Union types) {
    public DocumentSchema {
        fields = List.copyOf(fields);
        indexes = List.copyOf(indexes);
        backLinks = List.copyOf(backLinks);
    }

    /**
     * A declared index.
     *
     * @param keys stored names, with {@code -} before descending ones
     * @param expireAfterSeconds negative for none
     */
    public record IndexSchema(List<String> keys, boolean isUnique, boolean isSparse, long expireAfterSeconds) {
        public IndexSchema {
            keys = List.copyOf(keys);
        }
    }

    /**
     * The other end of a link. It stores nothing, but has a rule for deletes.
     *
     * @param document the binary name of the class that links here
     * @param onDelete the name of an {@code OnDelete} constant
     */
    public record BackLinkSchema(String member, String document, String originalField, String onDelete) {}

    /** {@code Outer.Inner}, as messages name the document. */
    public String displayName() {
        return displayName(name);
    }

    /** {@code Outer.Inner} of {@code com.example.Outer$Inner}. */
    static String displayName(String binaryName) {
        return binaryName.substring(binaryName.lastIndexOf('.') + 1).replace('$', '.');
    }

    /** Whether documents of both look the same. */
    boolean looksLike(DocumentSchema other) {
        return fields.equals(other.fields) && embedded.equals(other.embedded) && values().equals(other.values());
    }

    /** Whether documents of both may be the same ones, as far as their collections and types tell. */
    boolean isStoredLike(DocumentSchema other) {
        return collection.equals(other.collection)
                && isOneOfTypes() == other.isOneOfTypes()
                && (!isOneOfTypes() || values().equals(other.values()));
    }

    /** Whether it shares its collection with other types, which a sealed document names. */
    boolean isOneOfTypes() {
        return types != null && types.variants().containsValue(name);
    }

    /** Whether it is the sealed document that stands for all types of its collection. */
    boolean standsForTypes() {
        return types != null && !isOneOfTypes();
    }

    private Set<String> values() {
        return types == null ? Set.of() : types.variants().keySet();
    }
}
