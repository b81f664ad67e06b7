// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import java.util.Objects;

/**
 * A command as an assertion names it. {@link LigatureAssertions} creates it: {@code find("houses")}.
 *
 * @param name the name of the command
 * @param collection the collection that it works on; empty if it works on none
 */
public record Sent(String name, String collection) {
    /** Creates a command with the given name and collection. */
    public Sent {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(collection, "collection");
    }

    @Override
    public String toString() {
        return collection.isEmpty() ? name : name + " " + collection;
    }
}
