// SPDX-License-Identifier: Apache-2.0
package dev.ligature.repository;

import dev.ligature.internal.plan.FetchRequest;
import dev.ligature.internal.write.LinkArguments;
import dev.ligature.path.FetchPath;
import dev.ligature.spi.LinkType;
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
        return LinkArguments.whole(Objects.requireNonNull(path, "path")).links();
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
