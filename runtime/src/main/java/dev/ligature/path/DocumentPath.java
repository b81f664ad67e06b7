// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

import dev.ligature.internal.predicate.Narrowing;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.Location;
import dev.ligature.spi.PathLink;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;

/**
 * The root document of a query, or a document at the end of links. The base of the generated query classes, whose
 * fields are the document's members and whose methods are its links.
 *
 * @param <R> the document from which the path starts
 * @param <T> the document at its end
 */
public abstract class DocumentPath<R, T> extends Path<R> {
    protected DocumentPath(Location<R> location) {
        super(location);
    }

    /**
     * Makes a condition from a filter of the driver, on the stored fields of the document at the end of the path. The
     * filter is sent as it is: its names are stored names.
     */
    public Condition<R> where(Bson filter) {
        Objects.requireNonNull(filter, "filter");
        return new Condition<>(Narrowing.at(location, new Predicate.Raw(filter)));
    }

    /**
     * Holds if there is a link. For a link that means that at least one id is stored, even a dangling one; for a back
     * link, that some document refers to this one. If the path is narrowed to one type, it holds if there is a document of
     * this type.
     *
     * @throws IllegalStateException if this path is the root of the query
     */
    public Condition<R> exists() {
        return Narrowing.isAtEnd(location)
                ? new Condition<>(Narrowing.at(location, new Predicate.Always()))
                : atLast(Predicate.not(new Predicate.LinkSize(lastLink(), 0)));
    }

    /**
     * Holds if there is no link. For a link that means that nothing, null or an empty list is stored; for a back link,
     * that no document refers to this one. If the path is narrowed to one type, it holds if there is no document of this
     * type.
     *
     * @throws IllegalStateException if this path is the root of the query
     */
    public Condition<R> isNull() {
        return Narrowing.isAtEnd(location) ? exists().not() : linkSize(0);
    }

    /** The location of the same documents, of which only those of one type count; for generated paths, as the next. */
    protected final Location<R> narrowed(DocumentType<?> type) {
        return location.narrowed(type);
    }

    /** A condition that holds for the documents of one type. */
    protected final Condition<R> ofType(DocumentType<?> type) {
        return new Condition<>(Narrowing.at(location, Narrowing.ofType(type)));
    }

    final Condition<R> linkSize(int size) {
        PathLink last = lastLink();
        if (size > 0 && last.isOfElement() && last.holder() != LinkHolder.SINGLE) {
            throw new IllegalArgumentException(location + ".size(" + size + "): a condition on one element cannot count"
                    + " the links of several values. Count them outside of it, or ask one value for its size.");
        }
        return atLast(new Predicate.LinkSize(last, size));
    }

    private PathLink lastLink() {
        List<PathLink> links = location.steps();
        if (links.isEmpty()) {
            throw new IllegalStateException(location + " is the root of the query, not a link");
        }
        return links.get(links.size() - 1);
    }

    /** A condition on the document that holds the last link. */
    private Condition<R> atLast(Predicate inner) {
        return new Condition<>(Narrowing.atHolder(location, inner));
    }
}
