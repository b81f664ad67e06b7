// SPDX-License-Identifier: Apache-2.0
package dev.ligature.repository;

import dev.ligature.internal.write.LinkArguments;
import dev.ligature.internal.write.LinkWriter;
import dev.ligature.link.Ref;
import dev.ligature.path.LinkPath;
import dev.ligature.spi.LinkType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The part of a repository that attaches and detaches: it changes the links of stored documents where they are stored.
 *
 * <p>Each method takes a document or its id, one of its links, and targets of the type that the link has: documents,
 * references or ids, one by one or as a collection. After erasure, {@code T} and {@code I} are the same type. To keep
 * the overloads apart, the link is an {@code Object & LinkPath} if an id comes first, and a collection is an
 * {@code Iterable} of documents, a {@code Collection} of ids or a {@code List} of references.
 *
 * @param <T> the document
 * @param <I> the document's id
 */
@SuppressWarnings({"varargs", "ExtendsObject"}) // the arrays are only read; Object makes overloads differ
public abstract class LinkChanges<T, I> {
    LinkChanges() {}

    abstract LinkWriter links();

    /**
     * Adds links to a document where it is stored: {@code houses.attach(oak, house.windows(), bay, skylight)}. This is
     * one update, which the server applies atomically. The document is not read, and nothing that others attach at the
     * same time is lost.
     *
     * <ul>
     *   <li>A list gets the targets that it does not hold yet, at its end (<a
     *       href="https://www.mongodb.com/docs/manual/reference/operator/update/addToSet/">$addToSet</a>). If there is
     *       no list, it is created.
     *   <li>A link to one document gets the target in place of another (<a
     *       href="https://www.mongodb.com/docs/manual/reference/operator/update/set/">$set</a>).
     *   <li>Through a back link, as in {@code persons.attach(ada, person.houses(), oak)}, the targets are the documents
     *       that store the link. One command changes all of them. Other documents that refer keep their links.
     * </ul>
     *
     * <p>Objects in memory do not change. Whether the targets exist is not checked: {@link Repository#dangling} finds
     * those that do not. Ids are read on subscription.
     *
     * <p>Emits the number of documents changed: 0 if nothing had to change. A document with a {@code @Version} counts
     * whenever it is found, because its version is raised.
     *
     * <p>A link of an embedded value is changed where the value is stored. The value is never created, because its other
     * members may be required.
     *
     * <p>Fails with {@link dev.ligature.UnsavedLinkException} if one of the documents has no id, and with
     * {@link dev.ligature.InvalidLinkException} if a reference holds an id of another type; then nothing is written.
     * Fails with {@link dev.ligature.DocumentNotFoundException} if a document to be changed is not in its collection,
     * or does not store the embedded value with the link.
     * Through a back link, the documents that are there have been changed by then.
     *
     * @param document a document of this repository
     * @param link one link or back link of the document
     * @param targets one for a link that holds one
     * @throws IllegalArgumentException if the path goes through several links, if the link is in a list or a map of
     *     embedded values, if an array of targets is empty, or if there are several targets for a link that holds one
     */
    @SafeVarargs
    public final <U> Mono<Long> attach(T document, LinkPath<T, U, ?> link, U... targets) {
        return attachGiven(document, link, targets);
    }

    /** Attaches by references. See {@link #attach(Object, LinkPath, Object[])}. */
    @SafeVarargs
    public final <U> Mono<Long> attach(T document, LinkPath<T, U, ?> link, Ref<? extends U>... targets) {
        return attachGiven(document, link, targets);
    }

    /** Attaches by ids. See {@link #attach(Object, LinkPath, Object[])}. */
    @SafeVarargs
    public final <J> Mono<Long> attach(T document, LinkPath<T, ?, J> link, J target, J... others) {
        return attachEach(document, link, LinkArguments.joined(target, others));
    }

    /** Attaches documents, or none. See {@link #attach(Object, LinkPath, Object[])}. */
    public final <U> Mono<Long> attach(T document, LinkPath<T, U, ?> link, Iterable<? extends U> targets) {
        return attachEach(document, link, targets);
    }

    /** Attaches by references, or none. See {@link #attach(Object, LinkPath, Object[])}. */
    public final <U> Mono<Long> attach(T document, LinkPath<T, U, ?> link, List<? extends Ref<? extends U>> targets) {
        return attachEach(document, link, targets);
    }

    /** Attaches by ids, or none. See {@link #attach(Object, LinkPath, Object[])}. */
    public final <J> Mono<Long> attach(T document, LinkPath<T, ?, J> link, Collection<? extends J> targets) {
        return attachEach(document, link, targets);
    }

    /** Attaches to the document with the given id. See {@link #attach(Object, LinkPath, Object[])}. */
    @SafeVarargs
    public final <U, L extends Object & LinkPath<T, U, ?>> Mono<Long> attach(I id, L link, U... targets) {
        return attachGiven(id, link, targets);
    }

    /** Attaches to the document with the given id, by references. See {@link #attach(Object, LinkPath, Object[])}. */
    @SafeVarargs
    public final <U, L extends Object & LinkPath<T, U, ?>> Mono<Long> attach(
            I id, L link, Ref<? extends U>... targets) {
        return attachGiven(id, link, targets);
    }

    /** Attaches to the document with the given id, by ids. See {@link #attach(Object, LinkPath, Object[])}. */
    @SafeVarargs
    public final <J, L extends Object & LinkPath<T, ?, J>> Mono<Long> attach(I id, L link, J target, J... others) {
        return attachEach(id, link, LinkArguments.joined(target, others));
    }

    /**
     * Attaches documents, or none, to the document with the given id. See {@link #attach(Object, LinkPath, Object[])}.
     */
    public final <U, L extends Object & LinkPath<T, U, ?>> Mono<Long> attach(
            I id, L link, Iterable<? extends U> targets) {
        return attachEach(id, link, targets);
    }

    /**
     * Attaches to the document with the given id, by references or none. See
     * {@link #attach(Object, LinkPath, Object[])}.
     */
    public final <U, L extends Object & LinkPath<T, U, ?>> Mono<Long> attach(
            I id, L link, List<? extends Ref<? extends U>> targets) {
        return attachEach(id, link, targets);
    }

    /** Attaches to the document with the given id, by ids or none. See {@link #attach(Object, LinkPath, Object[])}. */
    public final <J, L extends Object & LinkPath<T, ?, J>> Mono<Long> attach(
            I id, L link, Collection<? extends J> targets) {
        return attachEach(id, link, targets);
    }

    /**
     * Removes links from a document where it is stored, with one atomic update as {@link #attach(Object, LinkPath,
     * Object[])} does. The targets stay.
     *
     * <ul>
     *   <li>A list loses the targets, each as often as it holds it, in whichever form (<a
     *       href="https://www.mongodb.com/docs/manual/reference/operator/update/pull/">$pull</a>).
     *   <li>A link to one document is removed if it points to the target (<a
     *       href="https://www.mongodb.com/docs/manual/reference/operator/update/unset/">$unset</a>). If it points
     *       elsewhere, it stays.
     *   <li>Through a back link, the targets lose their links to the document.
     * </ul>
     *
     * <p>Emits the number of documents changed: 0 if there was no such link.
     *
     * <p>Fails with the errors of {@code attach}, and with {@link dev.ligature.RequiredLinkException} if the link is a
     * required link to one document; then nothing is written.
     *
     * @param document a document of this repository
     * @param link one link or back link of the document
     * @param targets one for a link that holds one
     * @throws IllegalArgumentException as {@code attach} does
     */
    @SafeVarargs
    public final <U> Mono<Long> detach(T document, LinkPath<T, U, ?> link, U... targets) {
        return detachGiven(document, link, targets);
    }

    /** Detaches by references. See {@link #detach(Object, LinkPath, Object[])}. */
    @SafeVarargs
    public final <U> Mono<Long> detach(T document, LinkPath<T, U, ?> link, Ref<? extends U>... targets) {
        return detachGiven(document, link, targets);
    }

    /** Detaches by ids. See {@link #detach(Object, LinkPath, Object[])}. */
    @SafeVarargs
    public final <J> Mono<Long> detach(T document, LinkPath<T, ?, J> link, J target, J... others) {
        return detachEach(document, link, LinkArguments.joined(target, others));
    }

    /** Detaches documents, or none. See {@link #detach(Object, LinkPath, Object[])}. */
    public final <U> Mono<Long> detach(T document, LinkPath<T, U, ?> link, Iterable<? extends U> targets) {
        return detachEach(document, link, targets);
    }

    /** Detaches by references, or none. See {@link #detach(Object, LinkPath, Object[])}. */
    public final <U> Mono<Long> detach(T document, LinkPath<T, U, ?> link, List<? extends Ref<? extends U>> targets) {
        return detachEach(document, link, targets);
    }

    /** Detaches by ids, or none. See {@link #detach(Object, LinkPath, Object[])}. */
    public final <J> Mono<Long> detach(T document, LinkPath<T, ?, J> link, Collection<? extends J> targets) {
        return detachEach(document, link, targets);
    }

    /** Detaches from the document with the given id. See {@link #detach(Object, LinkPath, Object[])}. */
    @SafeVarargs
    public final <U, L extends Object & LinkPath<T, U, ?>> Mono<Long> detach(I id, L link, U... targets) {
        return detachGiven(id, link, targets);
    }

    /** Detaches from the document with the given id, by references. See {@link #detach(Object, LinkPath, Object[])}. */
    @SafeVarargs
    public final <U, L extends Object & LinkPath<T, U, ?>> Mono<Long> detach(
            I id, L link, Ref<? extends U>... targets) {
        return detachGiven(id, link, targets);
    }

    /** Detaches from the document with the given id, by ids. See {@link #detach(Object, LinkPath, Object[])}. */
    @SafeVarargs
    public final <J, L extends Object & LinkPath<T, ?, J>> Mono<Long> detach(I id, L link, J target, J... others) {
        return detachEach(id, link, LinkArguments.joined(target, others));
    }

    /**
     * Detaches documents, or none, from the document with the given id. See
     * {@link #detach(Object, LinkPath, Object[])}.
     */
    public final <U, L extends Object & LinkPath<T, U, ?>> Mono<Long> detach(
            I id, L link, Iterable<? extends U> targets) {
        return detachEach(id, link, targets);
    }

    /**
     * Detaches from the document with the given id, by references or none. See
     * {@link #detach(Object, LinkPath, Object[])}.
     */
    public final <U, L extends Object & LinkPath<T, U, ?>> Mono<Long> detach(
            I id, L link, List<? extends Ref<? extends U>> targets) {
        return detachEach(id, link, targets);
    }

    /**
     * Detaches from the document with the given id, by ids or none. See {@link #detach(Object, LinkPath, Object[])}.
     */
    public final <J, L extends Object & LinkPath<T, ?, J>> Mono<Long> detach(
            I id, L link, Collection<? extends J> targets) {
        return detachEach(id, link, targets);
    }

    /**
     * Removes all links of the given members. One atomic update empties the document's own members: lists become empty,
     * including optional ones, because an empty list is not the same as no list; links to one document are removed.
     * The lists and DBRefs of each embedded value are emptied by an update of their own, in the same command, if that
     * value is stored; it raises the version again. Then back links are emptied, with one command per collection of referrers. The targets stay.
     *
     * <p>Emits the number of documents changed: this one, and those that referred to it.
     *
     * <p>Fails with the errors of {@code detach}. If only back links are given, nobody checks whether the document
     * exists.
     *
     * @param document a document of this repository
     * @param links links and back links of the document
     * @throws IllegalArgumentException if no link is given, or if a path goes through several links
     */
    @SafeVarargs
    public final Mono<Long> detachAll(T document, LinkPath<T, ?, ?>... links) {
        return empty(document, Arrays.asList(links));
    }

    /**
     * Removes all links of the given members of the document with the given id. See
     * {@link #detachAll(Object, LinkPath[])}.
     */
    @SafeVarargs
    public final Mono<Long> detachAll(I id, LinkPath<T, ?, ?> link, LinkPath<T, ?, ?>... others) {
        return empty(id, LinkArguments.joined(link, others));
    }

    private Mono<Long> attachGiven(Object documentOrId, LinkPath<?, ?, ?> link, Object[] targets) {
        return attachEach(documentOrId, link, LinkArguments.named("attach", link, targets));
    }

    private Mono<Long> attachEach(Object documentOrId, LinkPath<?, ?, ?> link, Iterable<?> targets) {
        Objects.requireNonNull(documentOrId, "documentOrId");
        LinkType named = LinkArguments.changeable("attach", link);
        return links().attach(documentOrId, named, LinkArguments.targets(named, targets));
    }

    private Mono<Long> detachGiven(Object documentOrId, LinkPath<?, ?, ?> link, Object[] targets) {
        return detachEach(documentOrId, link, LinkArguments.named("detach", link, targets));
    }

    private Mono<Long> detachEach(Object documentOrId, LinkPath<?, ?, ?> link, Iterable<?> targets) {
        Objects.requireNonNull(documentOrId, "documentOrId");
        LinkType named = LinkArguments.changeable("detach", link);
        return links().detach(documentOrId, named, LinkArguments.targets(named, targets));
    }

    private Mono<Long> empty(Object documentOrId, List<? extends LinkPath<?, ?, ?>> links) {
        Objects.requireNonNull(documentOrId, "documentOrId");
        return links().detachAll(documentOrId, LinkArguments.changeable("detachAll", links));
    }
}
