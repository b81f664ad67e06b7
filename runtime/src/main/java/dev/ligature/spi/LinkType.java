// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.annotation.OnDelete;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * A link or a back link of a document type, or a link within its embedded values. Made by {@link
 * DocumentType.Builder}; compared by identity.
 */
public final class LinkType extends LinkMember {
    private final DocumentType<?> owner;
    private final int index;
    private final LinkWay way;
    private final @Nullable Function<Object, @Nullable Object> getter;
    private final String lastMember;
    private final String member;
    private final String storedName;
    private final OnDelete onDelete;
    private final @Nullable String originalField;
    private final Declaration declaration;
    private final List<LinkType> parts;
    private final @Nullable Discriminator partial;

    LinkType(DocumentType<?> owner, int index, Declaration declaration) {
        this(owner, index, declaration, List.of(), owner);
    }

    /**
     * A link of a sealed type.
     *
     * @param parts the links that it stands for, of the types that have it
     */
    LinkType(DocumentType<?> owner, int index, List<LinkType> parts) {
        this(owner, index, parts.get(0).declaration, parts, parts.size() == 1 ? parts.get(0).owner : owner);
    }

    private LinkType(
            DocumentType<?> owner, int index, Declaration declaration, List<LinkType> parts, DocumentType<?> named) {
        super(
                named + "." + declaration.way().member(declaration.member()),
                declaration.shape(),
                declaration.storage(),
                declaration.target());
        this.declaration = declaration;
        this.parts = List.copyOf(parts);
        this.partial = isPartial(owner, parts)
                ? Discriminator.of(
                        parts.stream().<DocumentType<?>>map(LinkType::owner).toList())
                : null;
        this.owner = owner;
        this.index = index;
        this.way = declaration.way();
        this.getter = declaration.getter();
        this.lastMember = declaration.member();
        this.member = way.member(declaration.member());
        this.storedName = way.storedName(declaration.storedName());
        this.onDelete = declaration.onDelete();
        this.originalField = declaration.originalField();
    }

    /** What generated code says about a link before its owner exists. */
    record Declaration(
            LinkWay way,
            @Nullable Function<Object, @Nullable Object> getter,
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

    /** The Java name of the member; for a link within embedded values, the way to it: {@code lines.product}. */
    public String member() {
        return member;
    }

    /**
     * The name of the stored field, or the path of a link within embedded values. A back link is not stored, so it is
     * the member's name.
     */
    public String storedName() {
        return storedName;
    }

    /** The members that hold the embedded values with the link; empty for a link of the document itself. */
    public LinkWay way() {
        return way;
    }

    /** Whether the link is within embedded values. */
    public boolean isNested() {
        return getter != null;
    }

    /** What the way to the link leads through. */
    public LinkHolder holder() {
        return way.holder();
    }

    /** Whether one document may hold several references. What the member itself holds is its {@link #shape()}. */
    public boolean isList() {
        return shape().isList() || way.holder() != LinkHolder.SINGLE;
    }

    /** The stored form. For a back link, the form of the link that it mirrors. */
    public LinkStorage storage() {
        return isBackLink() ? mirror().storage() : declaredStorage;
    }

    public OnDelete onDelete() {
        return onDelete;
    }

    public boolean isBackLink() {
        return originalField != null;
    }

    /** The link that a back link mirrors. */
    public LinkType mirror() {
        return target().link(Objects.requireNonNull(originalField, "not a back link"));
    }

    /**
     * The path that holds the target's id, as queries name it: {@code door}, or {@code door.$id} for a DBRef. No such
     * path leads through a map.
     */
    public String idPath() {
        return isBackLink()
                ? mirror().idPath()
                : declaredStorage == LinkStorage.DBREF ? storedName + ".$id" : storedName;
    }

    /**
     * What the given document holds of a link within its embedded values; see {@link DocumentCodec#link}. Generated
     * codecs call it.
     */
    public @Nullable Object held(Object document) {
        for (LinkType part : parts) {
            if (part.owner.documentClass().isInstance(document)) {
                return part.held(document);
            }
        }
        return way.held(document, Objects.requireNonNull(getter, "not nested"));
    }

    private static boolean isPartial(DocumentType<?> owner, List<LinkType> parts) {
        return !parts.isEmpty() && parts.size() < owner.permitted().size();
    }

    /** Whether a sealed type owns it, and only some of the types that this one permits have it. */
    public boolean isPartial() {
        return partial != null;
    }

    /** Whether documents of the given type have it, which is the owner or one that the owner permits. */
    boolean isOf(DocumentType<?> type) {
        return parts.isEmpty() || parts.stream().anyMatch(part -> part.owner == type);
    }

    /** Whether this is the link of a sealed type that stands for the given one of a type below it. */
    boolean standsFor(LinkType link) {
        return link.parts.isEmpty() ? parts.contains(link) : parts.containsAll(link.parts);
    }

    /** Whether this and the given link are one stored field, seen from types that share a collection. */
    public boolean isStoredAs(LinkType other) {
        return this == other
                || (owner.root() == other.owner.root()
                        && isBackLink() == other.isBackLink()
                        && storedName.equals(other.storedName));
    }

    /** Whether a stored document of the owner may have it, as far as its discriminator tells. */
    public boolean isIn(BsonDocument stored) {
        return partial == null || partial.isOf(stored);
    }

    /** How documents that have it are told from those that do not; null if all documents of the owner have it. */
    public @Nullable Discriminator partial() {
        return partial;
    }

    /** Returns the filter for those of the documents that have it. */
    public BsonDocument restricted(BsonDocument filter) {
        return partial == null ? owner.restricted(filter) : partial.restricted(filter);
    }

    /**
     * Where an entry of {@link DocumentCodec#link} is, for messages: {@code Order.lines[3].product}.
     *
     * @param entry the position in the list that {@code link} returns for a link within a list or a map of embedded
     *     values; otherwise 0
     */
    public String place(Object document, int entry) {
        for (LinkType part : parts) {
            if (part.owner.documentClass().isInstance(document)) {
                return part.place(document, entry);
            }
        }
        return owner + "." + way.place(document, entry, lastMember);
    }
}
