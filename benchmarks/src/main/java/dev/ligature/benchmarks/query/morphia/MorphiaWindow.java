// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.morphia;

import dev.morphia.annotations.Entity;
import dev.morphia.annotations.Id;
import org.bson.types.ObjectId;

/** A window. */
@Entity(value = "windows", useDiscriminator = false)
public class MorphiaWindow {
    @Id
    public ObjectId id;

    public int width;
    public int height;
    public boolean tinted;
}
