package dev.ligature.testing;

import java.util.Objects;

/**
 * What was sent, as an assertion names it; {@link LigatureAssertions} makes it: {@code find("houses")}.
 *
 * @param name of the command
 * @param collection that it works on, empty when it works on none
 */
public record Sent(String name, String collection) {
    /** A command of the given name and collection. */
    public Sent {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(collection, "collection");
    }

    @Override
    public String toString() {
        return collection.isEmpty() ? name : name + " " + collection;
    }
}
