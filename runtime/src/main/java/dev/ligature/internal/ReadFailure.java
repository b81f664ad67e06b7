package dev.ligature.internal;

import dev.ligature.DocumentReadException;
import dev.ligature.spi.DocumentType;
import org.jspecify.annotations.Nullable;

/**
 * A stored value that does not fit, on its way out of nested values: each level puts its name in front, and the document's
 * codec turns the whole into a {@link DocumentReadException}. Carries no stack trace of its own.
 */
public final class ReadFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    public ReadFailure(String path, String problem, @Nullable Throwable cause) {
        super(problem, cause, false, false);
        this.path = path;
    }

    /** A value of another BSON type than expected. */
    public static ReadFailure unexpected(String expected, Object found) {
        return new ReadFailure("", "expected " + expected + ", found " + Excerpt.of(found), null);
    }

    /** A value that must be there. */
    public static ReadFailure missing(String field) {
        return new ReadFailure(
                field, "required, but missing. Declare the member Optional or @Nullable if it may be absent.", null);
    }

    /** The failure as seen from one level further out; {@code name} is a field's name or {@code [index]}. */
    public static ReadFailure in(String name, RuntimeException failure) {
        if (failure instanceof ReadFailure inner) {
            String joined = inner.path.isEmpty() || inner.path.startsWith("[")
                    ? name + inner.path
                    : name.isEmpty() ? inner.path : name + "." + inner.path;
            return new ReadFailure(joined, String.valueOf(inner.getMessage()), inner.getCause());
        }
        return new ReadFailure(name, Excerpt.ofCause(failure), failure);
    }

    /**
     * The failure as that of a document.
     *
     * @param id null where it was not read
     */
    public static DocumentReadException of(DocumentType<?> type, @Nullable Object id, RuntimeException failure) {
        ReadFailure located = in("", failure);
        String where = located.path.isEmpty()
                ? ": cannot be made of what is stored: "
                : ", field \"" + Excerpt.of(located.path) + "\": ";
        return new DocumentReadException(
                type.toString(),
                id,
                type + " " + (id == null ? "(its _id was not read)" : Excerpt.of(id)) + " in \"" + type.collection()
                        + '"' + where + located.getMessage(),
                located.getCause());
    }
}
