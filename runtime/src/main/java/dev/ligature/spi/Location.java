// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a path leads: the links that it goes through from the root, and the field of the document at the end of the
 * last one. Immutable.
 *
 * @param <R> the root
 */
public final class Location<R> {
    private final String root;
    /** The type of the root; null for an element of a list. */
    private final @Nullable DocumentType<?> start;

    private final @Nullable DocumentType<?> document;
    private final List<PathLink> steps;
    /** For a place in the chain of links, the type to which the documents there are narrowed. */
    private final Map<Integer, DocumentType<?>> narrowed;

    private final String field;
    private final boolean required;
    private final @Nullable String whole;
    private final Place place;

    /**
     * What a link has to know that stands within the value of the field: where the value is in its document.
     *
     * @param owner the document in which the field is
     * @param around the value that has the field; null for the document itself and for an element of a list
     * @param list of an element, the list; otherwise null
     * @param member the stored name of the field's member; empty for the document itself and for an element
     * @param entered how many of the lists and maps around the embedded values the path has entered, by a key or as an
     *     element
     */
    private record Place(
            DocumentType<?> owner,
            @Nullable Location<?> around,
            @Nullable Location<?> list,
            String member,
            int entered) {}

    private Location(
            String root,
            @Nullable DocumentType<?> start,
            @Nullable DocumentType<?> document,
            List<PathLink> steps,
            Map<Integer, DocumentType<?>> narrowed,
            String field,
            boolean required,
            @Nullable String whole,
            Place place) {
        this.root = root;
        this.start = start;
        this.document = document;
        this.steps = steps;
        this.narrowed = narrowed;
        this.field = field;
        this.required = required;
        this.whole = whole;
        this.place = place;
    }

    private static <R> Location<R> at(
            String root,
            @Nullable DocumentType<?> start,
            DocumentType<?> document,
            List<PathLink> steps,
            Map<Integer, DocumentType<?>> narrowed) {
        Place place = new Place(document, null, null, "", 0);
        return new Location<>(root, start, document, steps, narrowed, "", true, null, place);
    }

    /** The document itself. */
    public static <T> Location<T> root(DocumentType<T> type) {
        return at(type.toString(), type, type, List.of(), Map.of());
    }

    /** An element of a list, as the root of a condition on it. */
    public static <E> Location<E> element(Location<?> list) {
        Place place = new Place(list.place.owner, null, list, "", list.place.entered + 1);
        return new Location<>(list + "[]", null, null, List.of(), Map.of(), "", true, null, place);
    }

    /** The document at the other end of a link of this document. */
    public Location<R> through(LinkType link) {
        return through(PathLink.of(link));
    }

    private Location<R> through(PathLink link) {
        List<PathLink> longer = new ArrayList<>(steps);
        longer.add(narrowed.containsKey(steps.size()) ? shared(link) : link);
        return at(root, start, link.link().target(), List.copyOf(longer), narrowed);
    }

    /** The link of the sealed type here, which stands for that of the type to which this is narrowed. */
    private PathLink shared(PathLink link) {
        DocumentType<?> declared =
                steps.isEmpty() ? start : steps.get(steps.size() - 1).link().target();
        LinkType shared = Objects.requireNonNull(declared, "a document").shared(link.link());
        return new PathLink(shared, link.steps(), link.storedName(), link.isOfElement());
    }

    /** The same documents, of which only those of the given type count. */
    public Location<R> narrowed(DocumentType<?> type) {
        Map<Integer, DocumentType<?>> more = new HashMap<>(narrowed);
        more.put(steps.size(), type);
        return at(root, start, type, steps, Map.copyOf(more));
    }

    /**
     * The type to which documents are narrowed: those of the root for 0, those behind the first link for 1. Null if all
     * of them count.
     */
    public @Nullable DocumentType<?> narrowing(int step) {
        return narrowed.get(step);
    }

    /**
     * The document at the other end of a link of the embedded value, or of the embedded values, in this field.
     *
     * @param storedName of the link's member
     * @throws IllegalArgumentException if this is within an element, and a map is in between
     */
    public Location<R> throughEmbedded(String storedName) {
        String path = way() + "." + storedName;
        for (LinkType link : place.owner.links()) {
            if (link.isNested() && link.storedName().equals(path)) {
                return through(pathLink(link, storedName));
            }
        }
        throw new IllegalArgumentException(place.owner + " has no link \"" + path + "\"");
    }

    /** The link, seen from the document or from the element. */
    private PathLink pathLink(LinkType link, String storedName) {
        List<LinkWay.Step> members = link.way().steps();
        List<PathLink.Step> seen = new ArrayList<>();
        Location<?> each = this;
        for (int i = members.size() - 1; i >= 0; i--) {
            List<LinkHolder> containers = members.get(i).containers();
            List<LinkHolder> rest = containers.subList(each.place.entered, containers.size());
            Location<?> around = each.place.around;
            if (around == null) { // the element; what is around it does not matter within it
                if (!each.field.isEmpty() || !rest.isEmpty()) {
                    seen.add(0, new PathLink.Step(each.field, rest));
                }
                break;
            }
            int parent = around.field.length();
            seen.add(0, new PathLink.Step(parent == 0 ? each.field : each.field.substring(parent + 1), rest));
            each = around;
        }
        PathLink found = new PathLink(link, seen, storedName, isElement());
        if (found.isOfElement() && found.holder() == LinkHolder.MAPPED) {
            throw new IllegalArgumentException(this + " leads to links within a map, which a condition on one element"
                    + " cannot ask for. Ask for the link outside of the condition on the element, or name a key.");
        }
        return found;
    }

    /** The stored members from the document on. */
    private String way() {
        if (place.list != null) {
            return place.list.way();
        }
        if (place.around == null) {
            return "";
        }
        String before = place.around.way();
        return before.isEmpty() ? place.member : before + "." + place.member;
    }

    private boolean isElement() {
        return place.around == null ? place.list != null : place.around.isElement();
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

    /** The value of a key in the map that this field is. */
    public Location<R> key(String key) {
        Place entered = new Place(place.owner, place.around, place.list, place.member, place.entered + 1);
        return new Location<>(root, start, document, steps, narrowed, join(field, key), false, whole, entered);
    }

    private Location<R> child(String storedName, boolean isRequired, @Nullable String wholeParent) {
        Place within = new Place(place.owner, this, null, storedName, 0);
        return new Location<>(
                root, start, document, steps, narrowed, join(field, storedName), isRequired, wholeParent, within);
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
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
        return steps.stream().map(PathLink::link).toList();
    }

    /** The links passed, from the root on, and where each is stored. */
    public List<PathLink> steps() {
        return steps;
    }

    /** The dotted path of the field in its document; empty for the document itself. */
    public String field() {
        return field;
    }

    /** {@code House.door.height}, by the Java names of the document's members. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(root);
        for (PathLink link : steps) {
            text.append('.').append(link);
        }
        if (!field.isEmpty()) {
            text.append('.').append(document == null ? field : document.memberPath(field));
        }
        return text.toString();
    }
}
