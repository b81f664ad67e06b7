// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.startup;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.bson.types.ObjectId;
import org.jspecify.annotations.NullUnmarked;

/** The lamp for Micronaut Data. */
@NullUnmarked
@Introspected(accessKind = Introspected.AccessKind.FIELD)
@MappedEntity("lamps")
public class MicronautLamp {
    @Id
    public ObjectId id;

    public int watts;
}
