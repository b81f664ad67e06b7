// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.micronaut;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import org.bson.types.ObjectId;

/** A window, which knows its house: a list of ids in the house is what Micronaut Data cannot map. */
@Introspected(accessKind = Introspected.AccessKind.FIELD)
@MappedEntity("micronaut_windows")
public class MicronautWindow {
    @Id
    @GeneratedValue
    public ObjectId id;

    public int width;
    public int height;
    public boolean tinted;

    @Relation(Relation.Kind.MANY_TO_ONE)
    public MicronautHouse house;
}
