package dev.ligature.testing;

/**
 * The entry to assertions on recorded commands, beside AssertJ's own:
 *
 * <pre>{@code
 * import static dev.ligature.testing.LigatureAssertions.assertThat;
 * import static dev.ligature.testing.LigatureAssertions.find;
 *
 * assertThat(commands).counts(find("houses"), 1).counts(find("doors"), 1).hasNoQueryPerParent();
 * }</pre>
 */
public final class LigatureAssertions {
    private LigatureAssertions() {}

    /** Assertions on the commands that were recorded up to now. */
    public static CommandsAssert assertThat(CommandRecorder commands) {
        return new CommandsAssert(commands);
    }

    /** A {@code find} of the given collection. */
    public static Sent find(String collection) {
        return new Sent("find", collection);
    }

    /** An {@code aggregate} of the given collection; counting documents is one as well. */
    public static Sent aggregate(String collection) {
        return new Sent("aggregate", collection);
    }

    /** An {@code insert} into the given collection, whatever the number of documents. */
    public static Sent insert(String collection) {
        return new Sent("insert", collection);
    }

    /** An {@code update} of the given collection, whatever the number of statements; replacing documents is one as well. */
    public static Sent update(String collection) {
        return new Sent("update", collection);
    }

    /** A {@code delete} from the given collection, whatever the number of statements. */
    public static Sent delete(String collection) {
        return new Sent("delete", collection);
    }

    /** Any other command: {@code command("findAndModify", "houses")}, or {@code command("commitTransaction", "")}. */
    public static Sent command(String name, String collection) {
        return new Sent(name, collection);
    }
}
