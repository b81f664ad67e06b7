/** Not API: runs plans and writes through the driver. */
@NullMarked
package dev.ligature.internal.execute;

import org.jspecify.annotations.NullMarked;
