/** Not API: conditions, sorts and updates as values. */
@NullMarked
package dev.ligature.internal.predicate;

import org.jspecify.annotations.NullMarked;
