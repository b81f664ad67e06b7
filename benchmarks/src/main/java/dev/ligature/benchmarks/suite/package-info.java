/** Runs the sections of the suite, one after the other in one JVM against one server, and keeps their results. */
@NullMarked
package dev.ligature.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
