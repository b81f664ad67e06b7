// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import dev.ligature.internal.Excerpt;

/**
 * A stored value that does not fit. It is on its way to the codec of the document, which learns from its {@link
 * dev.ligature.spi.bson.BsonSource} where it was, and turns it into a {@link dev.ligature.DocumentReadException}. It
 * has no stack trace of its own.
 */
public final class ReadFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /** A failure of the value that was being read. */
    public ReadFailure(String problem) {
        this("", problem);
    }

    /** A failure for a field of the document that was being read, which it may lack. */
    public ReadFailure(String field, String problem) {
        super(problem, null, false, false);
        this.field = field;
    }

    /** A value of another kind than expected. */
    public static ReadFailure unexpected(String expected, Object found) {
        return new ReadFailure("expected " + expected + ", found " + Excerpt.of(found));
    }

    /** A value that must be there. */
    public static ReadFailure missing(String field) {
        return new ReadFailure(
                field, "required, but missing. Declare the member Optional or @Nullable if it may be absent.");
    }

    /** The path of what failed, from the document; {@code path} is that of the value. */
    public String pathFrom(String path) {
        return path.isEmpty() || field.isEmpty() ? path + field : path + "." + field;
    }
}
