/**
 * Queries and writes of linked documents on a server: ours beside hand-written ones and other mappers. The server is the one that
 * the environment variable {@code MONGODB_URI} names, or an embedded one, which is good for trying things out and not for figures.
 */
@NullMarked
package dev.ligature.benchmarks.query;

import org.jspecify.annotations.NullMarked;
