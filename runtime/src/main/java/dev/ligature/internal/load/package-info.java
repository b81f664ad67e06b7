/** Not API: runs queries: reads roots, loads what is linked to them and binds it. */
@NullMarked
package dev.ligature.internal.load;

import org.jspecify.annotations.NullMarked;
