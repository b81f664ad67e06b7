// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.internal.write.DeleteGraph.Entry;
import dev.ligature.spi.DocumentType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders the documents of a collection that links to itself so that those that link come before those that they link
 * to.
 */
final class ReferrersFirst {
    private final DeleteGraph graph;
    private final DocumentType<?> type;
    private final Set<Entry> seen = new LinkedHashSet<>();
    private final Deque<Visit> path = new ArrayDeque<>();
    private final List<Entry> targetsFirst = new ArrayList<>();

    private record Visit(Entry entry, Iterator<StoredLinks.Link> links) {}

    private ReferrersFirst(DeleteGraph graph, DocumentType<?> type) {
        this.graph = graph;
        this.type = type;
    }

    /** The documents in order; unchanged if none links to another, and if one command deletes all of them. */
    static List<Entry> order(DeleteGraph graph, DocumentType<?> type, List<Entry> entries) {
        boolean linksToItself =
                StoredLinks.of(type).stream().anyMatch(link -> link.target().root() == type);
        boolean takesSeveralCommands = linksToItself
                && entries.stream().map(entry -> entry.id().value()).anyMatch(new FullCommand());
        return takesSeveralCommands ? new ReferrersFirst(graph, type).order(entries) : entries;
    }

    private List<Entry> order(List<Entry> entries) {
        for (Entry start : entries) {
            visit(start);
            while (!path.isEmpty()) {
                Visit visit = path.peek();
                if (visit.links.hasNext()) {
                    StoredLinks.Link link = visit.links.next();
                    if (link.type().target().root() == type) {
                        visit(graph.find(link));
                    }
                } else {
                    targetsFirst.add(visit.entry);
                    path.pop();
                }
            }
        }
        Collections.reverse(targetsFirst);
        return targetsFirst;
    }

    private void visit(@Nullable Entry entry) {
        if (entry != null && entry.state() == DeleteGraph.State.DOOMED && seen.add(entry)) {
            path.push(new Visit(entry, entry.links().iterator()));
        }
    }
}
