/** Random models, data and queries: what a reference in memory says of them, and what Ligature and the server say. */
@NullMarked
package dev.ligature.it.differential;

import org.jspecify.annotations.NullMarked;
