/** Compiles what the documentation shows, so that a reader can. */
@NullMarked
package dev.ligature.it.guide;

import org.jspecify.annotations.NullMarked;
