package dev.ligature.testing;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * Remembers the commands that a client sends, so that a test can say which and how many they are: a query per document is a
 * failing test. Safe to use from several threads.
 */
public final class CommandRecorder implements CommandListener {
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    /** What drivers send on their own account. */
    private static final Set<String> HOUSEKEEPING =
            Set.of("hello", "isMaster", "ismaster", "ping", "buildInfo", "saslStart", "saslContinue", "endSessions");

    private final List<Command> started = new CopyOnWriteArrayList<>();

    /** Forgets what was sent so far. */
    public void clear() {
        started.clear();
    }

    /** The commands in the order in which they were sent, without housekeeping and without the paging of cursors. */
    public List<Command> commands() {
        return select(command -> !command.isPaging());
    }

    /** The commands of one name: {@code commands("find")}. */
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

    /** The {@link #commands()}, each with its name and its collection: {@code find houses}. */
    public List<String> sent() {
        return commands().stream()
                .map(command -> command.name() + " " + command.collection())
                .toList();
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

    /**
     * A command as it was sent, with the driver's own fields ({@code $db}, {@code lsid}, …).
     *
     * @param name {@code find}, {@code aggregate}, …
     * @param document all of it
     */
    public record Command(String name, BsonDocument document) {
        boolean isPaging() {
            return name.equals("getMore") || name.equals("killCursors");
        }

        /** The collection it works on. */
        public String collection() {
            return document.getString(isPaging() && document.containsKey("collection") ? "collection" : name)
                    .getValue();
        }
    }
}
