/** The annotations that declare documents, links, back links and indexes. */
@NullMarked
package dev.ligature.annotation;

import org.jspecify.annotations.NullMarked;
