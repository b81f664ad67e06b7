package dev.ligature.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A page of a query's documents. Immutable, as far as the documents are.
 *
 * <p>The token of the next page is opaque, safe in URLs, and good as long as the document's stored names and the sort stay as they
 * are. It is <strong>neither encrypted nor signed</strong>: it contains the sort values and the id of the last document of this
 * page, which whoever holds it can read and change. A changed token starts the next page elsewhere in the same query; it reads
 * nothing for which the query's condition does not hold.
 *
 * @param <T> the document
 * @see dev.ligature.repository.Find#page
 */
public final class Page<T> {
    private final List<T> items;
    private final PageRequest request;
    private final @Nullable String next;
    private final OptionalLong total;

    public Page(List<T> items, PageRequest request, @Nullable String next, OptionalLong total) {
        this.items = List.copyOf(items);
        this.request = request;
        this.next = next;
        this.total = total;
    }

    /** The documents in the order of the query; as many as the page's size, fewer only on the last page. */
    public List<T> items() {
        return items;
    }

    /** Whether there were documents after this page when it was read. */
    public boolean hasNext() {
        return next != null;
    }

    /** The token of the next page; empty on the last one. */
    public Optional<String> next() {
        return Optional.ofNullable(next);
    }

    /** The request for the next page, of the same size, with a total where this one has it; empty on the last page. */
    public Optional<PageRequest> nextRequest() {
        return next().map(request::after);
    }

    /**
     * The number of all documents for which the condition holds, on whichever page; empty unless
     * {@linkplain PageRequest#withTotal() asked for}.
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
