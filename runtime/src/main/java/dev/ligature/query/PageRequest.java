package dev.ligature.query;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a query is asked for: its size and, of every page but the first, the place where the page before it ends.
 * Immutable.
 *
 * <pre>{@code
 * PageRequest.first(20)
 * PageRequest.first(20).after(token).withTotal()
 * }</pre>
 *
 * @see dev.ligature.repository.Find#page
 */
public final class PageRequest {
    private final int size;
    private final @Nullable String token;
    private final boolean withTotal;

    private PageRequest(int size, @Nullable String token, boolean withTotal) {
        this.size = size;
        this.token = token;
        this.withTotal = withTotal;
    }

    /**
     * The first page, of a number of documents at most.
     *
     * @throws IllegalArgumentException when the number is less than 1
     */
    public static PageRequest first(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("first(" + size + "): a page has one document at least");
        }
        return new PageRequest(size, null, false);
    }

    /**
     * The page after the one that gave a token. The token is read when the query runs, so that a wrong one is an error of the
     * publisher.
     *
     * @param token what {@link Page#next()} of a page of the same document and sort has returned
     */
    public PageRequest after(String token) {
        return new PageRequest(size, Objects.requireNonNull(token, "token"), withTotal);
    }

    /** The same page, and the number of all documents for which the condition holds. */
    public PageRequest withTotal() {
        return new PageRequest(size, token, true);
    }

    /** The greatest number of documents on the page. */
    public int size() {
        return size;
    }

    /** The token of the page before; empty for the first page. */
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }

    /** Whether the total is asked for. */
    public boolean isWithTotal() {
        return withTotal;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PageRequest that
                && size == that.size
                && withTotal == that.withTotal
                && Objects.equals(token, that.token);
    }

    @Override
    public int hashCode() {
        return Objects.hash(size, token, withTotal);
    }

    @Override
    public String toString() {
        return "first(" + size + ")" + (token == null ? "" : ".after(" + token + ")")
                + (withTotal ? ".withTotal()" : "");
    }
}
