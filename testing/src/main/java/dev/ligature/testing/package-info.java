/** What tests need to run against a server: embedded, or the one that {@code MONGODB_URI} names. */
@NullMarked
package dev.ligature.testing;

import org.jspecify.annotations.NullMarked;
