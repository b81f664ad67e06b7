/**
 * Documents of all kinds: records, and classes with fields, with accessors and with a constructor; with ids of several
 * types.
 */
@NullMarked
package dev.ligature.jackson.model;

import org.jspecify.annotations.NullMarked;
