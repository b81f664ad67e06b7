/** The houses as Micronaut Data maps them: entities that its own processors read, null until joined. */
@NullUnmarked
package dev.ligature.benchmarks.query.micronaut;

import org.jspecify.annotations.NullUnmarked;
