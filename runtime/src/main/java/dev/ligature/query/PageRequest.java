package dev.ligature.query;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says which page of a query you want: its size and, for every page but the first, where the page before it ends.
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
     * Requests the first page, with at most the given number of documents.
     *
     * @throws IllegalArgumentException if the number is less than 1
     */
    public static PageRequest first(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("first(" + size + "): a page has at least one document");
        }
        return new PageRequest(size, null, false);
    }

    /**
     * Requests the page after the one that gave the token. The token is read only when the query runs; if it is wrong,
     * the publisher fails.
     *
     * @param token what {@link Page#next()} returned for a page of the same document and sort
     */
    public PageRequest after(String token) {
        return new PageRequest(size, Objects.requireNonNull(token, "token"), withTotal);
    }

    /** Requests the same page, and the number of all documents that satisfy the condition. */
    public PageRequest withTotal() {
        return new PageRequest(size, token, true);
    }

    /** Returns the greatest number of documents on the page. */
    public int size() {
        return size;
    }

    /** Returns the token of the page before. Empty for the first page. */
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }

    /** Tells whether the total is requested. */
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
