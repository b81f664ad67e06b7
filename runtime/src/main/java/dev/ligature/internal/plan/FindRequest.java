// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.internal.predicate.Order;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.query.FetchStrategy;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ProjectionNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a user has said about a query.
 *
 * @param skip 0 for none
 * @param limit 0 for none
 * @param fetch what is read with the documents, or of them
 */
public record FindRequest(
        DocumentType<?> type,
        Predicate predicate,
        List<Order> orders,
        int skip,
        int limit,
        FetchRequest fetch,
        Reading reading) {
    public FindRequest {
        orders = List.copyOf(orders);
    }

    /** The documents that satisfy a condition, as they are. */
    public static FindRequest of(DocumentType<?> type, Predicate predicate) {
        return new FindRequest(type, predicate, List.of(), 0, 0, FetchRequest.NOTHING, Reading.DEFAULT);
    }

    /** The same for those of the documents that satisfy another condition too. */
    public FindRequest and(Predicate more) {
        return new FindRequest(type, Predicate.and(predicate, more), orders, skip, limit, fetch, reading);
    }

    public FindRequest withOrders(List<Order> more) {
        List<Order> all = new ArrayList<>(orders);
        all.addAll(more);
        return new FindRequest(type, predicate, all, skip, limit, fetch, reading);
    }

    public FindRequest withoutOrders() {
        return new FindRequest(type, predicate, List.of(), skip, limit, fetch, reading);
    }

    public FindRequest withSkip(int documents) {
        return new FindRequest(type, predicate, orders, documents, limit, fetch, reading);
    }

    public FindRequest withLimit(int documents) {
        return new FindRequest(type, predicate, orders, skip, documents, fetch, reading);
    }

    public FindRequest withFetch(FetchRequest request) {
        return new FindRequest(type, predicate, orders, skip, limit, request, reading);
    }

    public FindRequest withStrategy(FetchStrategy choice) {
        return withFetch(fetch.withStrategy(choice));
    }

    public FindRequest withReading(Reading how) {
        return new FindRequest(type, predicate, orders, skip, limit, fetch, how);
    }

    FetchStrategy strategy() {
        return fetch.strategy();
    }

    @Nullable
    ProjectionNode projection() {
        return fetch.projection();
    }

    /** Whether the query names an order or a page. */
    public boolean isPaged() {
        return !orders.isEmpty() || isCut();
    }

    /** Whether the query takes only some of the documents that match, so that its order decides which. */
    boolean isCut() {
        return skip > 0 || limit > 0;
    }
}
