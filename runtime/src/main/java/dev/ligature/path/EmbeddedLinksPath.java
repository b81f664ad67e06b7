// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

import dev.ligature.spi.Location;

/**
 * Embedded values that have links, within the elements of a list, the values of a map or a sealed value. The base of generated
 * classes, whose methods are the links.
 *
 * @param <R> the document from which the path starts
 */
public abstract class EmbeddedLinksPath<R> extends Path<R> {
    protected EmbeddedLinksPath(Location<R> location) {
        super(location);
    }
}
