/** The queries as they are written without a mapper: aggregations, and codecs by hand. */
@NullMarked
package dev.ligature.benchmarks.query.handwritten;

import org.jspecify.annotations.NullMarked;
