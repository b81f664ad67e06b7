package dev.ligature.internal.write;

import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups documents into bulk commands so that every target is written before those that link to it. One command per collection
 * does it while the collections of the documents at hand do not link in a circle; where they do, there are more commands rather
 * than a moment with a dangling link.
 */
final class WriteOrder {
    private WriteOrder() {}

    /** The documents of each command, in order. */
    static List<List<WriteGraph.Entry>> bulks(List<WriteGraph.Entry> targetsFirst) {
        Map<DocumentType<?>, List<WriteGraph.Entry>> byType = new LinkedHashMap<>();
        Map<DocumentType<?>, Set<DocumentType<?>>> targets = new LinkedHashMap<>();
        for (WriteGraph.Entry entry : targetsFirst) {
            byType.computeIfAbsent(entry.type(), type -> new ArrayList<>()).add(entry);
            Set<DocumentType<?>> others = targets.computeIfAbsent(entry.type(), type -> new LinkedHashSet<>());
            for (WriteGraph.Entry target : entry.targets()) {
                if (target.type() != entry.type()) {
                    others.add(target.type());
                }
            }
        }
        List<List<WriteGraph.Entry>> bulks = new ArrayList<>();
        Set<DocumentType<?>> written = new LinkedHashSet<>();
        while (written.size() < byType.size()) {
            DocumentType<?> next = null;
            for (DocumentType<?> type : byType.keySet()) {
                if (!written.contains(type) && written.containsAll(targets.getOrDefault(type, Set.of()))) {
                    next = type;
                    break;
                }
            }
            if (next == null) {
                return runs(targetsFirst);
            }
            written.add(next);
            bulks.add(byType.getOrDefault(next, List.of()));
        }
        return bulks;
    }

    /** A command for each stretch of one type. */
    private static List<List<WriteGraph.Entry>> runs(List<WriteGraph.Entry> targetsFirst) {
        List<List<WriteGraph.Entry>> runs = new ArrayList<>();
        List<WriteGraph.Entry> run = new ArrayList<>();
        for (WriteGraph.Entry entry : targetsFirst) {
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
