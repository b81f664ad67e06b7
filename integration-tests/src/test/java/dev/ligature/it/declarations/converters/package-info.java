/** Members that are stored as values of another type. */
@NullMarked
package dev.ligature.it.declarations.converters;

import org.jspecify.annotations.NullMarked;
