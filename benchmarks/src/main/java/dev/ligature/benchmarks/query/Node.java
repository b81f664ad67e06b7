// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.types.ObjectId;

/** A node of a tree: links to its own collection. */
@Document(collection = "nodes", maxDepth = TreeData.DEPTH)
public record Node(ObjectId id, int number, @Link List<Ref<Node>> children) {}
