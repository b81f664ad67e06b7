/** Documents wherever they may be declared, and the targets of their links. */
@NullMarked
package dev.ligature.it.declarations.places;

import org.jspecify.annotations.NullMarked;
