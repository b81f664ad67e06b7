// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.morphia;

import dev.morphia.annotations.Entity;
import dev.morphia.annotations.Id;
import org.bson.types.ObjectId;

/** A door. */
@Entity(value = "doors", useDiscriminator = false)
public class MorphiaDoor {
    @Id
    public ObjectId id;

    public int height;
    public int width;
}
