/** Not API: reads projections of documents. */
@NullMarked
package dev.ligature.internal.project;

import org.jspecify.annotations.NullMarked;
