/** Not API: sends commands: the only code that touches a collection. */
@NullMarked
package dev.ligature.internal.driver;

import org.jspecify.annotations.NullMarked;
