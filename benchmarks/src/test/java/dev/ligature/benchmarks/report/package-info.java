@NullMarked
package dev.ligature.benchmarks.report;

import org.jspecify.annotations.NullMarked;
