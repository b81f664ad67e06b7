// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.annotation.OnDelete;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A link or a back link of a document type. Made by {@link DocumentType.Builder}; compared by identity. */
public final class LinkType {
    private final DocumentType<?> owner;
    private final int index;
    private final String member;
    private final String storedName;
    private final LinkShape shape;
    private final LinkStorage storage;
    private final OnDelete onDelete;
    private final @Nullable String originalField;
    private final Supplier<? extends DocumentType<?>> target;

    LinkType(DocumentType<?> owner, int index, Declaration declaration) {
        this.owner = owner;
        this.index = index;
        this.member = declaration.member();
        this.storedName = declaration.storedName();
        this.shape = declaration.shape();
        this.storage = declaration.storage();
        this.onDelete = declaration.onDelete();
        this.originalField = declaration.originalField();
        this.target = declaration.target();
    }

    /** What generated code says about a link before its owner exists. */
    record Declaration(
            String member,
            String storedName,
            LinkShape shape,
            LinkStorage storage,
            OnDelete onDelete,
            @Nullable String originalField,
            Supplier<? extends DocumentType<?>> target) {}

    /** The document type that declares this link. */
    public DocumentType<?> owner() {
        return owner;
    }

    /** The position among the owner's links: the argument of {@link DocumentCodec#link}. */
    public int index() {
        return index;
    }

    /** The Java name of the member. */
    public String member() {
        return member;
    }

    /** The name of the stored field. A back link is not stored, so it is the member's name. */
    public String storedName() {
        return storedName;
    }

    public LinkShape shape() {
        return shape;
    }

    public boolean isList() {
        return shape.isList();
    }

    /** The stored form. For a back link, the form of the link that it mirrors. */
    public LinkStorage storage() {
        return isBackLink() ? mirror().storage() : storage;
    }

    public OnDelete onDelete() {
        return onDelete;
    }

    public boolean isBackLink() {
        return originalField != null;
    }

    /** The document type at the other end: the target of a link, the referring type of a back link. */
    public DocumentType<?> target() {
        return target.get();
    }

    /** The link that a back link mirrors. */
    public LinkType mirror() {
        return target().link(Objects.requireNonNull(originalField, "not a back link"));
    }

    /** The path that holds the target's id, as queries name it: {@code door}, or {@code door.$id} for a DBRef. */
    public String idPath() {
        return isBackLink() ? mirror().idPath() : storage == LinkStorage.DBREF ? storedName + ".$id" : storedName;
    }

    /** {@code House.door}. */
    @Override
    public String toString() {
        return owner + "." + member;
    }
}
