/** Results of the suite as values and files, and the document that is rendered from them. */
@NullMarked
package dev.ligature.benchmarks.report;

import org.jspecify.annotations.NullMarked;
