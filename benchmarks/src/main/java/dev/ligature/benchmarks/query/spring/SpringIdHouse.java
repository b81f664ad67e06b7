// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.spring;

import java.util.List;
import org.bson.types.ObjectId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A house with ids, and with fields for what an aggregation joins: what is left where references are not resolved. */
@Document("houses")
public class SpringIdHouse {
    @Id
    public ObjectId id;

    public int number;
    public String name;
    public String street;
    public int rooms;
    public ObjectId door;
    public List<ObjectId> windows;
    public List<SpringDoor> doorDocuments;
    public List<SpringWindow> windowDocuments;
}
