// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.startup;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import org.bson.types.ObjectId;
import org.jspecify.annotations.NullUnmarked;

/** The room as Micronaut Data stores it: the id is in a document of its own. */
@NullUnmarked
@Introspected(accessKind = Introspected.AccessKind.FIELD)
@MappedEntity("micronaut_rooms")
public class MicronautRoom {
    @Id
    public ObjectId id;

    public String name;

    @Relation(Relation.Kind.MANY_TO_ONE)
    public MicronautLamp lamp;
}
