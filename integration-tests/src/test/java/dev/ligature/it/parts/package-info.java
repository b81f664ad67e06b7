/** Documents of several types that link to each other within one collection. */
@NullMarked
package dev.ligature.it.parts;

import org.jspecify.annotations.NullMarked;
