// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.morphia;

import dev.morphia.annotations.Entity;
import dev.morphia.annotations.Id;
import dev.morphia.annotations.Reference;
import java.util.List;
import org.bson.types.ObjectId;

/** A house whose door alone is a reference: what is resolved is a matter of the class, not of the query. */
@Entity(value = "houses", useDiscriminator = false)
public class MorphiaDoorHouse {
    @Id
    public ObjectId id;

    public int number;
    public String name;
    public String street;
    public int rooms;

    @Reference(idOnly = true)
    public MorphiaDoor door;

    public List<ObjectId> windows;
}
