/** Members of generic superclasses, each with the type that a subclass gives it. */
@NullMarked
package dev.ligature.it.declarations.generics;

import org.jspecify.annotations.NullMarked;
