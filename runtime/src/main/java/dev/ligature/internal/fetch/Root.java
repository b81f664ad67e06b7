package dev.ligature.internal.fetch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A root as it comes from the server, with the documents that joins have put beside it. */
public final class Root {
    private final Object document;
    private final List<? extends @Nullable List<Object>> sides;

    /** @param sides the documents of the side arrays by their numbers, null where there is none */
    public Root(Object document, List<? extends @Nullable List<Object>> sides) {
        this.document = document;
        this.sides = sides;
    }

    /** A root without joins. */
    public static Root alone(Object document) {
        return new Root(document, List.of());
    }

    Object document() {
        return document;
    }

    List<? extends @Nullable List<Object>> sides() {
        return sides;
    }
}
