// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.morphia;

import dev.morphia.annotations.Entity;
import dev.morphia.annotations.Id;
import dev.morphia.annotations.Reference;
import java.util.List;
import org.bson.types.ObjectId;

/** A house with references, stored as bare ids and resolved while it is read. */
@Entity(value = "houses", useDiscriminator = false)
public class MorphiaHouse {
    @Id
    public ObjectId id;

    public int number;
    public String name;
    public String street;
    public int rooms;

    @Reference(idOnly = true)
    public MorphiaDoor door;

    @Reference(idOnly = true)
    public List<MorphiaWindow> windows;
}
