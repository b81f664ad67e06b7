/** The steps of the processor. Not API. */
@NullMarked
package dev.ligature.processor.step;

import org.jspecify.annotations.NullMarked;
