// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.micronaut;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.bson.types.ObjectId;

/** A door. */
@Introspected(accessKind = Introspected.AccessKind.FIELD)
@MappedEntity("micronaut_doors")
public class MicronautDoor {
    @Id
    @GeneratedValue
    public ObjectId id;

    public int height;
    public int width;
}
