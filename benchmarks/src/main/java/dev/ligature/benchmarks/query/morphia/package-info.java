/** The houses as Morphia maps them: entities that it fills by reflection. */
@NullUnmarked
package dev.ligature.benchmarks.query.morphia;

import org.jspecify.annotations.NullUnmarked;
