/** Documents of several types in one collection: records of a sealed interface, and classes of a sealed class. */
@NullMarked
package dev.ligature.it.vehicles;

import org.jspecify.annotations.NullMarked;
