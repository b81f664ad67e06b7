/** The annotations that declare documents, links, back links and indexes, and what they name. */
@NullMarked
package dev.ligature.annotation;

import org.jspecify.annotations.NullMarked;
