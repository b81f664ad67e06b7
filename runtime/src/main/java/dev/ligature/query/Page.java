// SPDX-License-Identifier: Apache-2.0
package dev.ligature.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A page of a query's documents. The page is immutable; its documents may not be.
 *
 * <p>The token of the next page is opaque and safe in URLs. It is valid as long as the document's stored names and the
 * sort stay the same. It is <strong>neither encrypted nor signed</strong>: it contains the sort values and the id of
 * the last document of this page, and whoever holds it can read and change them. A changed token starts the next page
 * elsewhere in the same query. It reads nothing that does not satisfy the query's condition.
 *
 * @param <T> the document
 * @see dev.ligature.repository.Find#page
 */
public final class Page<T> {
    private final List<T> items;
    private final PageRequest request;
    private final boolean hasNext;
    private final @Nullable String next;
    private final OptionalLong total;

    /** @param next the token of the next page, or null if there is none or if the page is at an offset */
    public Page(List<T> items, PageRequest request, boolean hasNext, @Nullable String next, OptionalLong total) {
        this.items = List.copyOf(items);
        this.request = request;
        this.hasNext = hasNext;
        this.next = next;
        this.total = total;
    }

    /** Returns the documents in the order of the query: as many as the page's size, or fewer on the last page. */
    public List<T> items() {
        return items;
    }

    /** Tells whether there were documents after this page when it was read. */
    public boolean hasNext() {
        return hasNext;
    }

    /**
     * Returns the token of the next page. Empty on the last page, and for pages
     * {@linkplain PageRequest#at at an offset}.
     */
    public Optional<String> next() {
        return Optional.ofNullable(next);
    }

    /**
     * Returns the request for the next page: of the same size, and with a total if this page has one. Empty on the last
     * page.
     */
    public Optional<PageRequest> nextRequest() {
        if (!hasNext) {
            return Optional.empty();
        }
        if (!request.isAtOffset()) {
            return next().map(request::after);
        }
        PageRequest following = PageRequest.at(Math.addExact(request.offset(), request.size()), request.size());
        return Optional.of(request.isWithTotal() ? following.withTotal() : following);
    }

    /**
     * Returns the number of all documents that satisfy the condition, on this page or not. Empty unless you {@linkplain
     * PageRequest#withTotal() asked for it}.
     */
    public OptionalLong total() {
        return total;
    }

    @Override
    public String toString() {
        return items.size() + " documents" + (hasNext() ? ", more after them" : ", the last page")
                + (total.isPresent() ? ", " + total.getAsLong() + " in total" : "");
    }
}
