// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * The commands that are sent for one request, and no others, however many requests run at the same time. The log
 * travels in the Reactor context, where {@link CommandContext} finds it. Safe to use from several threads.
 */
final class CommandLog {
    /** What the driver adds to every command. */
    private static final Set<String> OF_THE_DRIVER = Set.of("$db", "lsid", "$clusterTime", "$readPreference");

    private static final int LONGEST = 1_000;
    private static final JsonWriterSettings SETTINGS = JsonWriterSettings.builder()
            .outputMode(JsonMode.RELAXED)
            .maxLength(LONGEST)
            .build();

    private final Queue<Command> commands = new ConcurrentLinkedQueue<>();

    private record Command(String name, BsonDocument document) {}

    /** Logs the commands of an answer. */
    <T> Mono<T> watch(Mono<T> answer) {
        return answer.contextWrite(Context.of(CommandLog.class, this));
    }

    /** Adds a command that is being sent. Its document is copied, because the driver reuses the buffer behind it. */
    void add(CommandStartedEvent event) {
        commands.add(new Command(event.getCommandName(), event.getCommand().clone()));
    }

    /** The commands as JSON, in the order in which they were sent; the end of a very long one is left out. */
    List<String> commands() {
        return commands.stream().map(command -> text(command.document())).toList();
    }

    private static String text(BsonDocument command) {
        BsonDocument shown = new BsonDocument();
        command.forEach((name, value) -> {
            if (!OF_THE_DRIVER.contains(name)) {
                shown.append(name, value);
            }
        });
        String text = shown.toJson(SETTINGS);
        return text.length() < LONGEST ? text : text + " …";
    }

    /** How many commands were sent, for people: {@code 3 commands (1 aggregate, 2 find)}. */
    String summary() {
        int total = commands.size();
        String byName = commands.stream()
                .collect(Collectors.groupingBy(Command::name, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return total + (total == 1 ? " command" : " commands") + (total == 0 ? "" : " (" + byName + ")");
    }
}
