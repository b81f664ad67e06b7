/** The documents of the integration tests: every link shape, class and record documents, self-links and cycles. */
@NullMarked
package dev.ligature.it.model;

import org.jspecify.annotations.NullMarked;
