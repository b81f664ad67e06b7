// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a path leads: the links that it goes through from the root, and the field of the document at the end of the
 * last one. Immutable.
 *
 * @param <R> the root
 */
public final class Location<R> {
    private final String root;
    private final @Nullable DocumentType<?> document;
    private final List<LinkType> links;
    private final String field;
    private final boolean required;
    private final @Nullable String whole;

    private Location(
            String root,
            @Nullable DocumentType<?> document,
            List<LinkType> links,
            String field,
            boolean required,
            @Nullable String whole) {
        this.root = root;
        this.document = document;
        this.links = links;
        this.field = field;
        this.required = required;
        this.whole = whole;
    }

    private static <R> Location<R> at(String root, @Nullable DocumentType<?> document, List<LinkType> links) {
        return new Location<>(root, document, links, "", true, null);
    }

    /** The document itself. */
    public static <T> Location<T> root(DocumentType<T> type) {
        return at(type.toString(), type, List.of());
    }

    /** An element of a list, as the root of a condition on it. */
    public static <E> Location<E> element(Location<?> list) {
        return at(list + "[]", null, List.of());
    }

    /** The document at the other end of a link of this document. */
    public Location<R> through(LinkType link) {
        List<LinkType> longer = new ArrayList<>(links);
        longer.add(link);
        return at(root, link.target(), List.copyOf(longer));
    }

    /** A stored field that this document or value can be read without. */
    public Location<R> field(String storedName) {
        return child(storedName, false, whole);
    }

    /** A stored field that this document or value cannot be read without. */
    public Location<R> required(String storedName) {
        return child(storedName, true, required ? whole : field);
    }

    /** A stored field that this value can be read without, while it has others that are required. */
    public Location<R> optional(String storedName) {
        return child(storedName, false, required ? whole : field);
    }

    private Location<R> child(String storedName, boolean isRequired, @Nullable String wholeParent) {
        String path = field.isEmpty() ? storedName : field + "." + storedName;
        return new Location<>(root, document, links, path, isRequired, wholeParent);
    }

    /** Whether the document or value that holds the field cannot be read without it. */
    public boolean isRequired() {
        return required;
    }

    /**
     * The nearest value around the field that may be absent, but cannot be read if the field is all that it has. Null
     * if there is none. An update must not create it.
     */
    public @Nullable String whole() {
        return whole;
    }

    /** The type of the document in which the field is; null within an element of a list. */
    public @Nullable DocumentType<?> document() {
        return document;
    }

    /** The links passed, from the root on. */
    public List<LinkType> links() {
        return links;
    }

    /** The dotted path of the field in its document; empty for the document itself. */
    public String field() {
        return field;
    }

    /** {@code House.door.height}, by the Java names of the document's members. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(root);
        for (LinkType link : links) {
            text.append('.').append(link.member());
        }
        if (!field.isEmpty()) {
            text.append('.').append(document == null ? field : document.memberPath(field));
        }
        return text.toString();
    }
}
