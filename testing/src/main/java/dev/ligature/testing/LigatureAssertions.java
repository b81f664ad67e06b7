// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

/**
 * The entry point to assertions on recorded commands, for use beside AssertJ's own:
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

    /** Returns assertions on the commands that have been recorded until now. */
    public static CommandsAssert assertThat(CommandRecorder commands) {
        return new CommandsAssert(commands);
    }

    /** Returns a {@code find} in the given collection. */
    public static Sent find(String collection) {
        return new Sent("find", collection);
    }

    /** Returns an {@code aggregate} of the given collection; counting documents is one as well. */
    public static Sent aggregate(String collection) {
        return new Sent("aggregate", collection);
    }

    /** Returns an {@code insert} into the given collection, whatever the number of documents. */
    public static Sent insert(String collection) {
        return new Sent("insert", collection);
    }

    /**
     * Returns an {@code update} of the given collection, whatever the number of statements; replacing documents is one
     * as well.
     */
    public static Sent update(String collection) {
        return new Sent("update", collection);
    }

    /** Returns a {@code delete} from the given collection, whatever the number of statements. */
    public static Sent delete(String collection) {
        return new Sent("delete", collection);
    }

    /**
     * Returns any other command: {@code command("findAndModify", "houses")}, or
     * {@code command("commitTransaction", "")}.
     */
    public static Sent command(String name, String collection) {
        return new Sent(name, collection);
    }
}
