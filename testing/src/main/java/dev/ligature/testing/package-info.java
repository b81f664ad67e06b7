/**
 * Tests against MongoDB with JUnit Jupiter. {@link dev.ligature.testing.Mongo @Mongo} gives a test a database of its
 * own and the commands that were sent to it. {@link dev.ligature.testing.LigatureAssertions} says which commands these
 * must be, and how many.
 */
@NullMarked
package dev.ligature.testing;

import org.jspecify.annotations.NullMarked;
