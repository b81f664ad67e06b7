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
 * Remembers the commands that a client sends, so that a test can say which and how many they are: a query per document is a
 * failing test. {@link LigatureAssertions} has the assertions.
 *
 * <p>{@link Mongo @Mongo} gives one to a test; as a listener of the driver it can be added to any client. Safe to use from several threads.
 */
public final class CommandRecorder implements CommandListener {
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    /** What drivers send on their own account. */
    private static final Set<String> HOUSEKEEPING =
            Set.of("hello", "isMaster", "ismaster", "ping", "buildInfo", "saslStart", "saslContinue", "endSessions");

    private final List<Command> started = new CopyOnWriteArrayList<>();

    /** A recorder that has seen nothing yet. */
    public CommandRecorder() {}

    /** Forgets what was sent so far. */
    public void clear() {
        started.clear();
    }

    /** The commands in the order in which they were sent, without housekeeping and without the paging of cursors. */
    public List<Command> commands() {
        return select(command -> !command.isPaging());
    }

    /** The commands of the given name: {@code commands("find")}. */
    public List<Command> commands(String name) {
        return select(command -> command.name().equals(name));
    }

    /** The commands in the order in which they were sent, {@code getMore} and {@code killCursors} too. */
    public List<Command> commandsWithPaging() {
        return select(command -> true);
    }

    /** The names of {@link #commands()}. */
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

    /** The {@link #commands()}, numbered, one a line. */
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
     * @param name {@code find}, {@code aggregate}, …
     * @param document all of it
     */
    public record Command(String name, BsonDocument document) {
        /** What a reader of a failure does not ask for: where the rest of the line has it already, and what the driver adds. */
        private static final Set<String> BESIDES =
                Set.of("$db", "lsid", "txnNumber", "$clusterTime", "$readPreference", "autocommit", "startTransaction");

        private static final int LONGEST = 500;

        boolean isPaging() {
            return name.equals("getMore") || name.equals("killCursors");
        }

        /** The collection it works on, or an empty text when it works on none. */
        public String collection() {
            String key = isPaging() && document.containsKey("collection") ? "collection" : name;
            return document.isString(key) ? document.getString(key).getValue() : "";
        }

        /** Its name and its collection. */
        public Sent sent() {
            return new Sent(name, collection());
        }

        /** Name, collection and the rest as JSON, as far as a line of a failure should be long. */
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
