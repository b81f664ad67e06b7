@NullMarked
package dev.ligature.benchmarks.process;

import org.jspecify.annotations.NullMarked;
