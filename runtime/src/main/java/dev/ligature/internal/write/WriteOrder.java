// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.internal.write.WriteGraph.Entry;
import dev.ligature.internal.write.WriteGraph.OfType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Groups documents into bulk commands so that every target is written before those that link to it. One command per
 * collection is enough if the collections of the documents do not link in a circle. If they do, there are more
 * commands, so that no link dangles even for a moment.
 */
final class WriteOrder {
    private WriteOrder() {}

    /**
     * The documents of each command, in steps. The commands of a step do not need one another, so they may be sent
     * together.
     */
    static List<List<List<Entry>>> steps(List<Entry> targetsFirst) {
        Map<OfType, List<Entry>> left = new LinkedHashMap<>();
        for (Entry entry : targetsFirst) {
            left.computeIfAbsent(entry.ofType(), type -> new ArrayList<>()).add(entry);
        }
        List<List<List<Entry>>> steps = new ArrayList<>();
        while (!left.isEmpty()) {
            List<OfType> next = left.keySet().stream()
                    .filter(type -> type.targets().stream().noneMatch(left::containsKey))
                    .toList();
            if (next.isEmpty()) {
                return runs(targetsFirst).stream().map(List::of).toList();
            }
            List<List<Entry>> step = new ArrayList<>();
            next.forEach(type -> step.add(Objects.requireNonNull(left.remove(type))));
            steps.add(step);
        }
        return steps;
    }

    /** A command for each stretch of one type. */
    private static List<List<Entry>> runs(List<Entry> targetsFirst) {
        List<List<Entry>> runs = new ArrayList<>();
        List<Entry> run = new ArrayList<>();
        for (Entry entry : targetsFirst) {
            if (!run.isEmpty() && run.get(0).type() != entry.type()) {
                runs.add(run);
                run = new ArrayList<>();
            }
            run.add(entry);
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }
}
