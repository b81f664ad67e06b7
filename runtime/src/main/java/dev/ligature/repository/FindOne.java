package dev.ligature.repository;

import dev.ligature.path.DocumentPath;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.MissingTargets;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * A document by its id: a {@code Mono} of it, empty when it does not exist, that can be refined by what is fetched first:
 * {@code houses.findById(id).fetch(house.door())}. Cold, as {@link Find}.
 *
 * @param <T> the document
 */
public final class FindOne<T> extends Mono<T> {
    private final Find<T, ?> find;

    FindOne(Find<T, ?> find) {
        this.find = find;
    }

    /** See {@link Find#fetch}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final FindOne<T> fetch(DocumentPath<T, ?>... paths) {
        return new FindOne<>(find.fetch(paths));
    }

    /** See {@link Find#fetchLinks()}. */
    public FindOne<T> fetchLinks() {
        return new FindOne<>(find.fetchLinks());
    }

    /** See {@link Find#fetchLinks(int)}. */
    public FindOne<T> fetchLinks(int depth) {
        return new FindOne<>(find.fetchLinks(depth));
    }

    /** See {@link Find#depth}. */
    public FindOne<T> depth(DocumentPath<T, ?> path, int depth) {
        return new FindOne<>(find.depth(path, depth));
    }

    /** See {@link Find#missing}. */
    public FindOne<T> missing(MissingTargets rule) {
        return new FindOne<>(find.missing(rule));
    }

    /** See {@link Find#using}. */
    public FindOne<T> using(FetchStrategy strategy) {
        return new FindOne<>(find.using(strategy));
    }

    /** How the query will be answered. Sends nothing. */
    public FetchPlan plan() {
        return find.plan();
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> subscriber) {
        find.first().subscribe(subscriber);
    }
}
