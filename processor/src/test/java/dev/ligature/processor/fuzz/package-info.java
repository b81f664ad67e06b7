/** Declarations put together at random, which the processor has to accept or to refuse with a reason. */
@NullMarked
package dev.ligature.processor.fuzz;

import org.jspecify.annotations.NullMarked;
