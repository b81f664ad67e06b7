/** Documents of several types in one collection, with links in embedded values. */
@NullMarked
package dev.ligature.it.shipments;

import org.jspecify.annotations.NullMarked;
