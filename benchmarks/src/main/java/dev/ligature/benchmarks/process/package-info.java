/** JVMs started for a measurement that a warm one would spoil. */
@NullMarked
package dev.ligature.benchmarks.process;

import org.jspecify.annotations.NullMarked;
