// SPDX-License-Identifier: Apache-2.0
package dev.ligature.repository;

import dev.ligature.internal.plan.FetchRequest;
import dev.ligature.internal.predicate.PathAccess;
import dev.ligature.path.FetchPath;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.Location;
import dev.ligature.spi.PathLink;
import java.util.List;
import java.util.Objects;

/** Checks and reads the arguments of fetching methods. */
final class Fetches {
    private Fetches() {}

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    static <T> FetchRequest named(FetchRequest request, FetchPath<T, ?, ?>... paths) {
        FetchRequest named = request;
        for (FetchPath<T, ?, ?> path : paths) {
            named = named.withPath(links(path));
        }
        return named;
    }

    /**
     * Returns the links of a path, at least one.
     *
     * @throws IllegalArgumentException if the path names a key of a map: a condition can do so, nothing else
     */
    static List<LinkType> links(FetchPath<?, ?, ?> path) {
        Location<?> location = PathAccess.DOOR.get().location(Objects.requireNonNull(path, "path"));
        for (PathLink link : location.steps()) {
            if (!link.isWhole()) {
                throw new IllegalArgumentException(location + ": this path names a key of a map, which only a condition"
                        + " can. Leave key(…) out, to name the links of all values.");
            }
        }
        return location.links();
    }

    static int depth(int depth) {
        return notNegative("depth", depth);
    }

    static int notNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + "(" + value + "): must not be negative");
        }
        return value;
    }
}
