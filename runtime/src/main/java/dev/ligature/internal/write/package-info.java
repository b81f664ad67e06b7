/** Not API: writes and deletes along links. */
@NullMarked
package dev.ligature.internal.write;

import org.jspecify.annotations.NullMarked;
