/** What the declarations mean: immutable, without elements or mirrors, the only input of the generators. Not API. */
@NullMarked
package dev.ligature.processor.model;

import org.jspecify.annotations.NullMarked;
