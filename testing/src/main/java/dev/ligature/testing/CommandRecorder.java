// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * Records the commands that a client sends, so that a test can say which they must be and how many: a query per
 * document then fails the test. {@link LigatureAssertions} has the assertions.
 *
 * <p>{@link Mongo @Mongo} gives a test a recorder. You can also add one to any client, as a listener of the driver.
 * Safe to use from several threads.
 */
public final class CommandRecorder implements CommandListener {
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    /** What drivers send of their own accord. */
    private static final Set<String> HOUSEKEEPING =
            Set.of("hello", "isMaster", "ismaster", "ping", "buildInfo", "saslStart", "saslContinue", "endSessions");

    private final List<Command> started = new CopyOnWriteArrayList<>();

    /** Creates a recorder that has recorded nothing yet. */
    public CommandRecorder() {}

    /** Forgets what was sent until now. */
    public void clear() {
        started.clear();
    }

    /**
     * Returns the commands in the order in which they were sent, without housekeeping and without the paging of
     * cursors.
     */
    public List<Command> commands() {
        return select(command -> !command.isPaging());
    }

    /** Returns the commands with the given name: {@code commands("find")}. */
    public List<Command> commands(String name) {
        return select(command -> command.name().equals(name));
    }

    /** Returns the commands in the order in which they were sent, including {@code getMore} and {@code killCursors}. */
    public List<Command> commandsWithPaging() {
        return select(command -> true);
    }

    /** Returns the names of the {@link #commands()}. */
    public List<String> names() {
        return commands().stream().map(Command::name).toList();
    }

    private List<Command> select(Predicate<Command> wanted) {
        return started.stream().filter(wanted).toList();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (!HOUSEKEEPING.contains(event.getCommandName())) {
            started.add(new Command(event.getCommandName(), copy(event.getCommand())));
        }
    }

    /** The event's document is a view of a buffer that the driver takes back. */
    private static BsonDocument copy(BsonDocument command) {
        return new RawBsonDocument(command, CODEC).decode(CODEC);
    }

    /** Returns the {@link #commands()}, numbered, one per line. */
    @Override
    public String toString() {
        List<Command> commands = commands();
        return commands.isEmpty()
                ? "  none"
                : IntStream.range(0, commands.size())
                        .mapToObj(index -> "  " + (index + 1) + ". " + commands.get(index))
                        .collect(Collectors.joining("\n"));
    }

    /**
     * A command as it was sent, with the driver's own fields ({@code $db}, {@code lsid}, …).
     *
     * @param name the name, such as {@code find} or {@code aggregate}
     * @param document the whole command
     */
    public record Command(String name, BsonDocument document) {
        /** What the driver adds, and nobody who reads a failure asks for. */
        private static final Set<String> BESIDES =
                Set.of("$db", "lsid", "txnNumber", "$clusterTime", "$readPreference", "autocommit", "startTransaction");

        private static final int LONGEST = 500;

        boolean isPaging() {
            return name.equals("getMore") || name.equals("killCursors");
        }

        /** Returns the collection that it works on, or an empty string if it works on none. */
        public String collection() {
            String key = isPaging() && document.containsKey("collection") ? "collection" : name;
            return document.isString(key) ? document.getString(key).getValue() : "";
        }

        /** Returns its name and its collection. */
        public Sent sent() {
            return new Sent(name, collection());
        }

        /** Returns the name, the collection and the rest as JSON, cut to what fits into a line of a failure. */
        @Override
        public String toString() {
            BsonDocument rest = new BsonDocument();
            document.forEach((key, value) -> {
                if (!key.equals(name) && !BESIDES.contains(key)) {
                    rest.append(key, value);
                }
            });
            String json = rest.toJson();
            return sent() + " " + (json.length() > LONGEST ? json.substring(0, LONGEST) + "…" : json);
        }
    }
}
