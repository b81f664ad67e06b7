// SPDX-License-Identifier: Apache-2.0
package dev.ligature.repository;

import dev.ligature.path.FetchPath;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.MissingTargets;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * A document by its id, as a {@code Mono} that is empty if there is none. You can refine what is fetched before you
 * subscribe: {@code houses.findById(id).fetch(house.door())}. It is immutable and cold, and fails with the same errors
 * as {@link Find}.
 *
 * @param <T> the document
 */
public final class FindOne<T> extends Mono<T> {
    private final Find<T, ?> find;

    FindOne(Find<T, ?> find) {
        this.find = find;
    }

    /** Fetches the given links; see {@link Find#fetch}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final FindOne<T> fetch(FetchPath<T, ?, ?>... paths) {
        return new FindOne<>(find.fetch(paths));
    }

    /** Fetches all links; see {@link Find#fetchLinks()}. */
    public FindOne<T> fetchLinks() {
        return new FindOne<>(find.fetchLinks());
    }

    /** Fetches all links to the given depth; see {@link Find#fetchLinks(int)}. */
    public FindOne<T> fetchLinks(int depth) {
        return new FindOne<>(find.fetchLinks(depth));
    }

    /** Fetches one link to a depth of its own; see {@link Find#depth}. */
    public FindOne<T> depth(FetchPath<T, ?, ?> path, int depth) {
        return new FindOne<>(find.depth(path, depth));
    }

    /** Sets what happens to links whose document does not exist; see {@link Find#missing}. */
    public FindOne<T> missing(MissingTargets rule) {
        return new FindOne<>(find.missing(rule));
    }

    /** Sets how links are fetched; see {@link Find#using}. */
    public FindOne<T> using(FetchStrategy strategy) {
        return new FindOne<>(find.using(strategy));
    }

    /** Returns how the query will be answered. Sends nothing. */
    public FetchPlan plan() {
        return find.plan();
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> subscriber) {
        find.first().subscribe(subscriber);
    }
}
