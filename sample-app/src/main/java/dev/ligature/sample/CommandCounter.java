package dev.ligature.sample;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts the commands that a client sends: what a query costs, whatever the machine. Safe to use from several threads. */
final class CommandCounter implements CommandListener {
    private final Map<String, Integer> counts = new TreeMap<>();

    @Override
    public synchronized void commandStarted(CommandStartedEvent event) {
        counts.merge(event.getCommandName(), 1, Integer::sum);
    }

    /** What was sent since the last call, for people: {@code 3 commands (1 aggregate, 2 find)}. */
    synchronized String drain() {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        String byName = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        counts.clear();
        return total + (total == 1 ? " command" : " commands") + (total == 0 ? "" : " (" + byName + ")");
    }
}
