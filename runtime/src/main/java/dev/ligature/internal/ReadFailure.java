package dev.ligature.internal;

import org.jspecify.annotations.Nullable;

/**
 * A stored value that does not fit, on its way out of nested values: each level puts its name in front, and the document's
 * codec turns the whole into a {@link dev.ligature.DocumentReadException}. Carries no stack trace of its own.
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
        return new ReadFailure("", "expected " + expected + ", found " + found, null);
    }

    /** The failure as seen from one level further out; {@code name} is a field's name or {@code [index]}. */
    public static ReadFailure in(String name, RuntimeException failure) {
        if (failure instanceof ReadFailure inner) {
            String joined = inner.path.isEmpty() || inner.path.startsWith("[")
                    ? name + inner.path
                    : name.isEmpty() ? inner.path : name + "." + inner.path;
            return new ReadFailure(joined, String.valueOf(inner.getMessage()), inner.getCause());
        }
        return new ReadFailure(name, String.valueOf(failure.getMessage()), failure);
    }

    /** The dotted path of the field, from the document. */
    public String path() {
        return path;
    }
}
