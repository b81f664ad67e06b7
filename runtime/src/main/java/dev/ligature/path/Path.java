// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

import dev.ligature.internal.predicate.Narrowing;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.internal.predicate.Test;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.Location;
import java.util.Objects;

/**
 * A place in a document or, through links, in a linked one.
 *
 * @param <R> the document from which the path starts
 */
public abstract class Path<R> {
    final Location<R> location;

    Path(Location<R> location) {
        this.location = Objects.requireNonNull(location, "location");
    }

    /** The document at the other end of a link; for generated paths, as the next four. */
    protected final Location<R> through(LinkType link) {
        return location.through(link);
    }

    /** {@link Location#throughEmbedded}. */
    protected final Location<R> throughEmbedded(String storedName) {
        return location.throughEmbedded(storedName);
    }

    /** {@link Location#field}. */
    protected final Location<R> storedField(String storedName) {
        return location.field(storedName);
    }

    /** {@link Location#required}. */
    protected final Location<R> requiredField(String storedName) {
        return location.required(storedName);
    }

    /** {@link Location#optional}. */
    protected final Location<R> optionalField(String storedName) {
        return location.optional(storedName);
    }

    final Condition<R> test(Test test) {
        return new Condition<>(Narrowing.at(location, new Predicate.Field(location.field(), test)));
    }

    /** {@code House.door.height}. */
    @Override
    public final String toString() {
        return location.toString();
    }
}
