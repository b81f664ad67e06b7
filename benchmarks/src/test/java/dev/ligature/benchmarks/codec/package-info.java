@NullMarked
package dev.ligature.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
