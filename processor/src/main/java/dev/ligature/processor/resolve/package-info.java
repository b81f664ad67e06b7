/** From what was written to what it means: one resolver per question. Not API. */
@NullMarked
package dev.ligature.processor.resolve;

import org.jspecify.annotations.NullMarked;
