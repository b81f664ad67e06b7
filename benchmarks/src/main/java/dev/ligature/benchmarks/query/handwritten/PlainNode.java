// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.handwritten;

import dev.ligature.benchmarks.query.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.types.ObjectId;

/**
 * A node, whose children are filled in by hand.
 *
 * @param descendants what an aggregation has gathered below a root, in no order
 */
record PlainNode(
        ObjectId id, int number, List<ObjectId> childIds, List<PlainNode> children, List<PlainNode> descendants) {
    /** Fills in the children of this node and of those below, as deep as they are known. */
    void link(Map<ObjectId, PlainNode> known) {
        for (ObjectId id : childIds) {
            PlainNode child = Objects.requireNonNull(known.get(id));
            children.add(child);
            child.link(known);
        }
    }

    static Answer answer(List<PlainNode> roots) {
        Answer.Tally tally = new Answer.Tally();
        for (PlainNode root : roots) {
            tally.root();
            root.count(tally);
        }
        return tally.answer();
    }

    private void count(Answer.Tally tally) {
        for (PlainNode child : children) {
            tally.link(child.number);
            child.count(tally);
        }
    }

    static PlainNode of(ObjectId id, int number, List<ObjectId> childIds, List<PlainNode> descendants) {
        return new PlainNode(id, number, childIds, new ArrayList<>(childIds.size()), descendants);
    }
}
