/** Typed field paths and what is built from them: conditions, sorts and updates. */
@NullMarked
package dev.ligature.path;

import org.jspecify.annotations.NullMarked;
