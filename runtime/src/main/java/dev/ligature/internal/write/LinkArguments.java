// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.InvalidLinkException;
import dev.ligature.UnsavedLinkException;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.predicate.PathAccess;
import dev.ligature.link.Ref;
import dev.ligature.path.FetchPath;
import dev.ligature.path.LinkPath;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.Location;
import dev.ligature.spi.PathLink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of methods that change links. A malformed argument fails when the method is called. Ids are read
 * on subscription, because what is subscribed to before may give a document its id.
 */
public final class LinkArguments {
    private LinkArguments() {}

    /** The one link of a path, forward or back. */
    public static LinkType link(String operation, FetchPath<?, ?, ?> path) {
        Location<?> location = whole(Objects.requireNonNull(path, "link"));
        List<LinkType> links = location.links();
        LinkType last = links.get(links.size() - 1);
        if (links.size() > 1) {
            throw new IllegalArgumentException(path + " goes through " + links.size() + " links; " + operation
                    + " takes exactly one. Change " + last + " by the repository of " + last.owner() + ".");
        }
        DocumentType<?> narrowed = location.narrowing(0);
        return narrowed == null ? last : narrowed.link(last.member());
    }

    /**
     * The location of a path.
     *
     * @throws IllegalArgumentException if the path names a key of a map: a condition can do so, nothing else
     */
    public static Location<?> whole(FetchPath<?, ?, ?> path) {
        Location<?> location = PathAccess.DOOR.get().location(path);
        for (PathLink link : location.steps()) {
            if (!link.isWhole()) {
                throw new IllegalArgumentException(location + ": this path names a key of a map, which only a condition"
                        + " can. Leave key(…) out, to name the links of all values.");
            }
        }
        return location;
    }

    /** The one link of a path, forward or back, if updates can change it where it is stored. */
    public static LinkType changeable(String operation, LinkPath<?, ?, ?> path) {
        LinkType link = link(operation, path);
        LinkType stored = link.isBackLink() ? link.mirror() : link;
        if (stored.holder() != LinkHolder.SINGLE) {
            throw new IllegalArgumentException(stored + " is in "
                    + (stored.holder() == LinkHolder.MAPPED ? "a map" : "a list") + " of embedded values: "
                    + operation + " does not know in which of them to change it. Change the "
                    + stored.owner() + ", and save it.");
        }
        return link;
    }

    /** The one link of each path, each once, if updates can change it where it is stored. */
    public static List<LinkType> changeable(String operation, List<? extends LinkPath<?, ?, ?>> paths) {
        if (paths.isEmpty()) {
            throw new IllegalArgumentException(
                    operation + " names no link. Name the links to empty, as in house.windows().");
        }
        return paths.stream()
                .map(path -> changeable(operation, path))
                .distinct()
                .toList();
    }

    /** The one link of a path; it must be a stored one. */
    public static LinkType forwardLink(String operation, FetchPath<?, ?, ?> path) {
        LinkType link = link(operation, path);
        if (link.isBackLink()) {
            throw new IllegalArgumentException(link + " is a back link: nothing of it is stored. Give " + operation
                    + " the link that it mirrors, " + link.mirror() + ", by the repository of " + link.target()
                    + ".");
        }
        return link;
    }

    /** The targets that a call names one by one. There must be at least one: only an empty collection can be meant. */
    public static List<?> named(String operation, LinkPath<?, ?, ?> path, Object[] targets) {
        if (targets.length == 0) {
            LinkType link = link(operation, path);
            throw new IllegalArgumentException(operation + " of " + link + " names no " + link.target()
                    + ". Name at least one. To remove all there are, use detachAll.");
        }
        return Arrays.asList(targets);
    }

    /** The first argument and the others, of a call that names them one by one. */
    public static <X> List<X> joined(X first, X[] others) {
        List<X> all = new ArrayList<>(1 + others.length);
        all.add(first);
        all.addAll(Arrays.asList(others));
        return all;
    }

    /** The targets given for a link. */
    public static List<Object> targets(LinkType link, Iterable<?> given) {
        List<Object> targets = new ArrayList<>();
        given.forEach(target -> targets.add(Objects.requireNonNull(target, "target")));
        if (!link.isList() && targets.size() > 1) {
            throw new IllegalArgumentException(
                    link + " holds one " + link.target() + ", but " + targets.size() + " were given.");
        }
        return targets;
    }

    /** The id of the document whose links are changed. */
    static BsonValue documentId(LinkType link, Object given) {
        Object id = idOf(link, link.owner(), given);
        if (id == null) {
            throw new UnsavedLinkException(
                    link + ": the " + link.owner() + " has no id yet. Save it before its links are changed.");
        }
        return DocumentCodec.encodeId(link.owner(), id, link.toString());
    }

    /** The ids of targets, each once. */
    static List<BsonValue> targetIds(LinkType link, List<?> targets) {
        List<BsonValue> ids = new ArrayList<>(targets.size());
        for (int i = 0; i < targets.size(); i++) {
            Object id = idOf(link, link.target(), targets.get(i));
            if (id == null) {
                throw new UnsavedLinkException(
                        link + ": the given " + link.target() + " at position " + i + " has no id yet. Save it first.");
            }
            ids.add(DocumentCodec.encodeId(link.target(), id, link.toString()));
        }
        return ids.stream().distinct().toList();
    }

    /** The id of a document, of a reference, or the id itself; null for a document that is not saved. */
    @SuppressWarnings("unchecked") // the document is of the type
    private static @Nullable Object idOf(LinkType link, DocumentType<?> type, Object given) {
        if (given instanceof Ref<?> ref && !ref.isFetched()) {
            return checked(link, type, Objects.requireNonNull(ref.id(), "an unfetched reference has an id"));
        }
        Object end = given instanceof Ref<?> ref ? ref.get() : given;
        return type.documentClass().isInstance(end)
                ? ((DocumentType<Object>) type).idOf(end)
                : checked(link, type, end);
    }

    private static Object checked(LinkType link, DocumentType<?> type, Object id) {
        if (!type.idClass().isInstance(id)) {
            throw new InvalidLinkException(link + ": " + Excerpt.of(id) + " of type "
                    + id.getClass().getSimpleName() + " is not a " + type + ". Give a " + type
                    + ", a reference to one, or an id of type " + type.idClass().getSimpleName() + ".");
        }
        return id;
    }
}
