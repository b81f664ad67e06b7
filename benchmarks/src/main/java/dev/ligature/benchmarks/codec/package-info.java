/** Decoding and encoding documents of four shapes: generated codecs beside hand-written ones, the driver's and other mappers. */
@NullMarked
package dev.ligature.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
