/** Enums: as values, as keys, and stored by other names than their own. */
@NullMarked
package dev.ligature.it.declarations.enums;

import org.jspecify.annotations.NullMarked;
