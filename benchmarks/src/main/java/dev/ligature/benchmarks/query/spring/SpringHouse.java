// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.spring;

import java.util.List;
import org.bson.types.ObjectId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.DocumentReference;

/** A house with references, which the blocking template resolves while it reads. */
@Document("houses")
public class SpringHouse {
    @Id
    public ObjectId id;

    public int number;
    public String name;
    public String street;
    public int rooms;

    @DocumentReference
    public SpringDoor door;

    @DocumentReference
    public List<SpringWindow> windows;
}
