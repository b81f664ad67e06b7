/** Not API: queries as values: what is asked of which collection, in which order, and why. */
@NullMarked
package dev.ligature.internal.plan;

import org.jspecify.annotations.NullMarked;
