// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.spring;

import java.util.List;
import org.bson.types.ObjectId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.DocumentReference;

/** A house whose door alone is a reference: what is resolved is a matter of the class, not of the query. */
@Document("houses")
public class SpringDoorHouse {
    @Id
    public ObjectId id;

    public int number;
    public String name;
    public String street;
    public int rooms;

    @DocumentReference
    public SpringDoor door;

    public List<ObjectId> windows;
}
