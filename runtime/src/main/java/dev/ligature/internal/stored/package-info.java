/** Not API: ids and links in their stored form. */
@NullMarked
package dev.ligature.internal.stored;

import org.jspecify.annotations.NullMarked;
