// SPDX-License-Identifier: Apache-2.0
package dev.ligature.query;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says which page of a query you want: its size, and where it starts. It starts either after the page before it, or
 * after a number of documents. The first way costs the same however late the page is, and documents that come or go
 * between two pages are neither repeated nor skipped. Immutable.
 *
 * <pre>{@code
 * PageRequest.first(20)
 * PageRequest.first(20).after(token).withTotal()
 * PageRequest.at(40, 20).withTotal()
 * }</pre>
 *
 * @see dev.ligature.repository.Find#page
 */
public final class PageRequest {
    private static final int NONE = -1;

    private final int size;
    private final int offset;
    private final @Nullable String token;
    private final boolean withTotal;

    private PageRequest(int size, int offset, @Nullable String token, boolean withTotal) {
        this.size = size;
        this.offset = offset;
        this.token = token;
        this.withTotal = withTotal;
    }

    /**
     * Requests the first page, with at most the given number of documents.
     *
     * @throws IllegalArgumentException if the number is less than 1
     */
    public static PageRequest first(int size) {
        requireDocuments(size, "first(" + size + ")");
        return new PageRequest(size, NONE, null, false);
    }

    /**
     * Requests the page that starts after the given number of documents. Use it to jump to the seventh page, and for
     * sorts that give a page no value to start at, such as sorts through links. The server reads all the documents that
     * it skips, and the page moves if a document before it comes or goes.
     *
     * @throws IllegalArgumentException if the offset is negative or the size less than 1
     */
    public static PageRequest at(int offset, int size) {
        if (offset < 0) {
            throw new IllegalArgumentException(
                    "at(" + offset + ", " + size + "): no page starts before the first document");
        }
        requireDocuments(size, "at(" + offset + ", " + size + ")");
        return new PageRequest(size, offset, null, false);
    }

    private static void requireDocuments(int size, String call) {
        if (size < 1) {
            throw new IllegalArgumentException(call + ": a page has at least one document");
        }
    }

    /**
     * Requests the page after the one that gave the token. The token is read only when the query runs; if it is wrong,
     * the publisher fails.
     *
     * @param token what {@link Page#next()} returned for a page of the same document and sort
     * @throws IllegalStateException if this request says how many documents to skip
     */
    public PageRequest after(String token) {
        if (isAtOffset()) {
            throw new IllegalStateException(
                    this + " says where the page starts; a token says it too. Take PageRequest.first(" + size
                            + ").after(token).");
        }
        return new PageRequest(size, NONE, Objects.requireNonNull(token, "token"), withTotal);
    }

    /** Requests the same page, and the number of all documents that satisfy the condition. */
    public PageRequest withTotal() {
        return new PageRequest(size, offset, token, true);
    }

    /** Returns the greatest number of documents on the page. */
    public int size() {
        return size;
    }

    /** Returns whether the page starts {@linkplain #at after a number of documents} rather than after another page. */
    public boolean isAtOffset() {
        return offset != NONE;
    }

    /** Returns how many documents to skip. 0 if the page starts after another page. */
    public int offset() {
        return Math.max(0, offset);
    }

    /** Returns the token of the page before. Empty for the first page, and if the page is at an offset. */
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
                && offset == that.offset
                && withTotal == that.withTotal
                && Objects.equals(token, that.token);
    }

    @Override
    public int hashCode() {
        return Objects.hash(size, offset, token, withTotal);
    }

    @Override
    public String toString() {
        return (isAtOffset() ? "at(" + offset + ", " + size + ")" : "first(" + size + ")")
                + (token == null ? "" : ".after(" + token + ")")
                + (withTotal ? ".withTotal()" : "");
    }
}
