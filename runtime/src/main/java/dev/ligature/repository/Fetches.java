package dev.ligature.repository;

import dev.ligature.internal.plan.FetchRequest;
import dev.ligature.internal.predicate.PathAccess;
import dev.ligature.path.DocumentPath;
import dev.ligature.spi.LinkType;
import java.util.List;

/** Checks and reads the arguments of fetching methods. */
final class Fetches {
    private Fetches() {}

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    static <T> FetchRequest named(FetchRequest request, DocumentPath<T, ?>... paths) {
        FetchRequest named = request;
        for (DocumentPath<T, ?> path : paths) {
            named = named.withPath(links(path));
        }
        return named;
    }

    /** Returns the links of a path, at least one. */
    static List<LinkType> links(DocumentPath<?, ?> path) {
        List<LinkType> links = PathAccess.DOOR.get().location(path).links();
        if (links.isEmpty()) {
            throw new IllegalArgumentException(
                    path + " is the document itself. Name one of its links, as in fetch(house.door()).");
        }
        return links;
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
