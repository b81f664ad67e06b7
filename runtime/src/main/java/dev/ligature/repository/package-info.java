/** Repositories and queries; start at {@link dev.ligature.repository.Repository}. */
@NullMarked
package dev.ligature.repository;

import org.jspecify.annotations.NullMarked;
