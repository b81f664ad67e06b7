/** Streams a large collection with its links through a small heap, in a JVM of its own. */
@NullMarked
package dev.ligature.benchmarks.streaming;

import org.jspecify.annotations.NullMarked;
