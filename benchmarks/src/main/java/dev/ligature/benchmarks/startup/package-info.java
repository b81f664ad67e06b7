/** From {@code main} to the first document with its link: a program per contender, each run in a JVM of its own. */
@NullMarked
package dev.ligature.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
