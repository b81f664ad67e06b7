/** Reactive repositories and queries. */
@NullMarked
package dev.ligature.repository;

import org.jspecify.annotations.NullMarked;
