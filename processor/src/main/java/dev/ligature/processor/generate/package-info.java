/** Turns models into sources. Not API. */
@NullMarked
package dev.ligature.processor.generate;

import org.jspecify.annotations.NullMarked;
