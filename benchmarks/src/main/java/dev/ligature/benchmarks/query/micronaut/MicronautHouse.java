// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.micronaut;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import java.util.List;
import org.bson.types.ObjectId;

/** A house: the door's id is stored in a document of its own, the windows know their house. */
@Introspected(accessKind = Introspected.AccessKind.FIELD)
@MappedEntity("micronaut_houses")
public class MicronautHouse {
    @Id
    @GeneratedValue
    public ObjectId id;

    public int number;
    public String name;
    public String street;
    public int rooms;

    @Relation(value = Relation.Kind.MANY_TO_ONE, cascade = Relation.Cascade.PERSIST)
    public MicronautDoor door;

    @Relation(value = Relation.Kind.ONE_TO_MANY, mappedBy = "house", cascade = Relation.Cascade.PERSIST)
    public List<MicronautWindow> windows;
}
