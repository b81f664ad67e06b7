// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.morphia;

import dev.morphia.annotations.Entity;
import dev.morphia.annotations.Id;
import java.util.List;
import org.bson.types.ObjectId;

/** A house with ids, and with fields for what an aggregation joins. */
@Entity(value = "houses", useDiscriminator = false)
public class MorphiaIdHouse {
    @Id
    public ObjectId id;

    public int number;
    public String name;
    public String street;
    public int rooms;
    public ObjectId door;
    public List<ObjectId> windows;
    public List<MorphiaDoor> doorDocuments;
    public List<MorphiaWindow> windowDocuments;
}
