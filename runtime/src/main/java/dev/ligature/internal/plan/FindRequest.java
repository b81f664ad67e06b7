package dev.ligature.internal.plan;

import com.mongodb.client.cursor.TimeoutMode;
import dev.ligature.internal.predicate.Order;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.repository.FetchStrategy;
import dev.ligature.repository.MissingTargets;
import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a user says of a query.
 *
 * @param limit 0 for none
 * @param semiJoinBound how many ids a semi-join may give before a join takes its place
 * @param fewExpected whether the last answers to such queries had {@link Planner#JOINED_ROOTS} documents at most
 */
public record FindRequest(
        DocumentType<?> type,
        Predicate predicate,
        List<Order> orders,
        int skip,
        int limit,
        FetchRequest fetch,
        MissingTargets missing,
        FetchStrategy strategy,
        int semiJoinBound,
        boolean fewExpected,
        Reading reading) {
    /** Enough for nearly every condition, and a command of about 200 kB. */
    public static final int DEFAULT_SEMI_JOIN_BOUND = 10_000;

    public FindRequest {
        orders = List.copyOf(orders);
    }

    /** The documents that satisfy a condition, as they are. */
    public static FindRequest of(DocumentType<?> type, Predicate predicate) {
        return new FindRequest(
                type,
                predicate,
                List.of(),
                0,
                0,
                FetchRequest.NOTHING,
                MissingTargets.KEEP,
                FetchStrategy.AUTO,
                DEFAULT_SEMI_JOIN_BOUND,
                false,
                Reading.DEFAULT);
    }

    /** The same for those of the documents that satisfy another condition too. */
    public FindRequest and(Predicate more) {
        Predicate both = Predicate.and(predicate, more);
        return new FindRequest(
                type, both, orders, skip, limit, fetch, missing, strategy, semiJoinBound, fewExpected, reading);
    }

    public FindRequest withOrders(List<Order> more) {
        List<Order> all = new ArrayList<>(orders);
        all.addAll(more);
        return new FindRequest(
                type, predicate, all, skip, limit, fetch, missing, strategy, semiJoinBound, fewExpected, reading);
    }

    public FindRequest withoutOrders() {
        return new FindRequest(
                type, predicate, List.of(), skip, limit, fetch, missing, strategy, semiJoinBound, fewExpected, reading);
    }

    public FindRequest withSkip(int documents) {
        return new FindRequest(
                type,
                predicate,
                orders,
                documents,
                limit,
                fetch,
                missing,
                strategy,
                semiJoinBound,
                fewExpected,
                reading);
    }

    public FindRequest withLimit(int documents) {
        return new FindRequest(
                type,
                predicate,
                orders,
                skip,
                documents,
                fetch,
                missing,
                strategy,
                semiJoinBound,
                fewExpected,
                reading);
    }

    public FindRequest withFetch(FetchRequest request) {
        return new FindRequest(
                type, predicate, orders, skip, limit, request, missing, strategy, semiJoinBound, fewExpected, reading);
    }

    public FindRequest withMissing(MissingTargets rule) {
        return new FindRequest(
                type, predicate, orders, skip, limit, fetch, rule, strategy, semiJoinBound, fewExpected, reading);
    }

    public FindRequest withStrategy(FetchStrategy choice) {
        return new FindRequest(
                type, predicate, orders, skip, limit, fetch, missing, choice, semiJoinBound, fewExpected, reading);
    }

    public FindRequest withSemiJoinBound(int ids) {
        return new FindRequest(
                type, predicate, orders, skip, limit, fetch, missing, strategy, ids, fewExpected, reading);
    }

    public FindRequest withFewExpected(boolean expected) {
        return new FindRequest(
                type, predicate, orders, skip, limit, fetch, missing, strategy, semiJoinBound, expected, reading);
    }

    public FindRequest withBatchSize(int documents) {
        return with(reading.withBatchSize(documents));
    }

    public FindRequest withTimeoutMode(TimeoutMode mode) {
        return with(reading.withTimeoutMode(mode));
    }

    private FindRequest with(Reading other) {
        return new FindRequest(
                type, predicate, orders, skip, limit, fetch, missing, strategy, semiJoinBound, fewExpected, other);
    }

    /** Whether the query names an order or a page. */
    public boolean isPaged() {
        return !orders.isEmpty() || isCut();
    }

    /** Whether the query takes some of the documents that match: which ones, its order must say. */
    boolean isCut() {
        return skip > 0 || limit > 0;
    }
}
