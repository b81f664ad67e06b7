// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.spring;

import dev.ligature.benchmarks.query.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.mongodb.core.mapping.Document;

/** A node with ids, and with a field for what an aggregation gathers. */
@Document("nodes")
public class SpringIdNode {
    @Id
    public ObjectId id;

    public int number;
    public List<ObjectId> children;
    public List<SpringIdNode> descendants;

    /** Filled in by hand. */
    @Transient
    public final List<SpringIdNode> nodes = new ArrayList<>();

    void link(Map<ObjectId, SpringIdNode> known) {
        for (ObjectId child : children) {
            SpringIdNode node = known.get(child);
            nodes.add(node);
            node.link(known);
        }
    }

    void count(Answer.Tally tally) {
        for (SpringIdNode node : nodes) {
            tally.link(node.number);
            node.count(tally);
        }
    }
}
