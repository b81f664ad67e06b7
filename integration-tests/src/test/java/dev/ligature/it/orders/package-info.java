/** Documents with links inside embedded values: records and classes, in single values, lists, sets, arrays and maps. */
@NullMarked
package dev.ligature.it.orders;

import org.jspecify.annotations.NullMarked;
