// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.spring;

import org.bson.types.ObjectId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A door. */
@Document("doors")
public class SpringDoor {
    @Id
    public ObjectId id;

    public int height;
    public int width;
}
