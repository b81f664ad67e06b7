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
 * @param root the binary name of the outermost sealed document, whose collection this type shares; null if it is outermost itself
 * @param types if documents of several types are in the collection, those of this one: binary names by the value of the field that
 *     tells them apart. A sealed document has no fields but the id: it has those of its types. Null if the collection has one type
 */
public record DocumentSchema(
        String name,
        String collection,
        @Nullable String root,
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
                && isWithin() == other.isWithin()
                && (!isWithin() || (isSealed() == other.isSealed() && values().equals(other.values())));
    }

    /** Whether it shares its collection with other types, because a sealed document permits it. */
    boolean isWithin() {
        return root != null;
    }

    /** Whether it stands for the types that it permits. */
    boolean isSealed() {
        return types != null && !types.variants().containsValue(name);
    }

    private Set<String> values() {
        return types == null ? Set.of() : types.variants().keySet();
    }
}
