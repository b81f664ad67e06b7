/** Bytes of BSON to and from the driver; not API. */
@NullMarked
package dev.ligature.internal.bson;

import org.jspecify.annotations.NullMarked;
