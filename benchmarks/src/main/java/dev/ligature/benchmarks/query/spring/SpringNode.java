// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.spring;

import java.util.List;
import org.bson.types.ObjectId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.DocumentReference;

/** A node with references, resolved as deep as they go. */
@Document("nodes")
public class SpringNode {
    @Id
    public ObjectId id;

    public int number;

    @DocumentReference
    public List<SpringNode> children;
}
