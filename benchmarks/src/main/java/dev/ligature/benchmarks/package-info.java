/** Measurements; never deployed, compiled in every build, run on demand. */
@NullMarked
package dev.ligature.benchmarks;

import org.jspecify.annotations.NullMarked;
