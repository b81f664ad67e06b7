/** Documents of another package than those that link to them. */
@NullMarked
package dev.ligature.it.declarations.places.elsewhere;

import org.jspecify.annotations.NullMarked;
