// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.morphia;

import dev.morphia.annotations.Entity;
import dev.morphia.annotations.Id;
import dev.morphia.annotations.Reference;
import java.util.List;
import org.bson.types.ObjectId;

/** A node with references, resolved as deep as they go. */
@Entity(value = "nodes", useDiscriminator = false)
public class MorphiaNode {
    @Id
    public ObjectId id;

    public int number;

    @Reference(idOnly = true)
    public List<MorphiaNode> children;
}
