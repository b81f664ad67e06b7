/** Compiles generated sources with and without annotation processors, each time in a JVM of its own. */
@NullMarked
package dev.ligature.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
