/** The houses as Spring Data MongoDB maps them: entities that it fills by reflection. */
@NullUnmarked
package dev.ligature.benchmarks.query.spring;

import org.jspecify.annotations.NullUnmarked;
