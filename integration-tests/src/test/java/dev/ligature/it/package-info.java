/** What Ligature promises, tried against a server: the embedded one, or the one that {@code MONGODB_URI} names. */
@NullMarked
package dev.ligature.it;

import org.jspecify.annotations.NullMarked;
