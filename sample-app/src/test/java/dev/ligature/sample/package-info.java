/** Tests of the sample application, on a slice of the real data. */
@NullMarked
package dev.ligature.sample;

import org.jspecify.annotations.NullMarked;
