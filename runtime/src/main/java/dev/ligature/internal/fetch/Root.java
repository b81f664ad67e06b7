package dev.ligature.internal.fetch;

import dev.ligature.DocumentReadException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A root as it comes from the server, with the documents that joins have put beside it. */
public final class Root {
    private final Object document;
    private final List<? extends @Nullable List<Object>> sides;

    private final int bytes;

    /**
     * A root.
     *
     * @param sides the documents of the side arrays by their numbers, null where there is none
     * @param bytes of all of it as the server sent it; 0 where that is not known
     */
    public Root(Object document, List<? extends @Nullable List<Object>> sides, int bytes) {
        this.document = document;
        this.sides = sides;
        this.bytes = bytes;
    }

    /** A root that is at hand, without joins. */
    public static Root alone(Object document) {
        return new Root(document, List.of(), 0);
    }

    /** What cannot be read in the place of a root, after all that could. */
    static Root damaged(DocumentReadException failure) {
        return new Root(failure, List.of(), 0);
    }

    int bytes() {
        return bytes;
    }

    Object document() {
        return document;
    }

    List<? extends @Nullable List<Object>> sides() {
        return sides;
    }
}
