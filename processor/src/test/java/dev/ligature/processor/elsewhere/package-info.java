/** Documents of another package than that of the test sources. */
@NullMarked
package dev.ligature.processor.elsewhere;

import org.jspecify.annotations.NullMarked;
