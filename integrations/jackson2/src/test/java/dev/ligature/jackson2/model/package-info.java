/** Documents of all kinds: records, classes with fields, with accessors, with a constructor; ids of several types. */
@NullMarked
package dev.ligature.jackson2.model;

import org.jspecify.annotations.NullMarked;
