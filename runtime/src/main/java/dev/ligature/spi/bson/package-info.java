/** BSON as bytes, as generated code reads and writes it. Public for that code alone, as all of {@code spi}. */
@NullMarked
package dev.ligature.spi.bson;

import org.jspecify.annotations.NullMarked;
