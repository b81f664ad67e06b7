// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import dev.ligature.path.DocumentPath;
import dev.ligature.path.LinkPath;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.Location;

/**
 * A path to a link within embedded values by its name, whatever is on the way.
 *
 * @param <R> the document
 * @param <T> the linked document
 * @param <I> the linked document's id
 */
final class EmbeddedLinks<R, T, I> extends DocumentPath<R, T> implements LinkPath<R, T, I> {
    private EmbeddedLinks(Location<R> location) {
        super(location);
    }

    /** The path to {@code lines.product}, say. */
    @SuppressWarnings("unchecked") // the type of a class is of that class
    static <R, T, I> EmbeddedLinks<R, T, I> path(Class<R> document, String member) {
        DocumentType<R> type = (DocumentType<R>) DocumentType.of(document);
        return new EmbeddedLinks<>(Location.root(type).through(type.link(member)));
    }
}
