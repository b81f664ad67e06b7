package dev.ligature.repository;

import dev.ligature.internal.load.Query;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.Page;
import dev.ligature.query.PageRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A query whose results are projections of documents; made by {@link Find#as}. Immutable. What it runs is cold: commands go
 * out on subscription, again with each one, and stop when it is cancelled. Errors are {@link
 * dev.ligature.LigatureException}s, among them those for a member that is not optional and has no value in a document.
 *
 * @param <P> the projection, a record annotated with {@link dev.ligature.annotation.Projection}
 */
public final class ProjectedFind<P> {
    private final Query<P> query;
    private final String text;

    ProjectedFind(Query<P> query, String text) {
        this.query = query;
        this.text = text;
    }

    /** The projections, read as {@link Find#all()} reads documents. */
    public Flux<P> all() {
        return query.all();
    }

    /** The first projection, or empty. */
    public Mono<P> first() {
        return query.first();
    }

    /** The only projection, or empty; a {@link dev.ligature.NonUniqueResultException} when there are several. */
    public Mono<P> one() {
        return query.one();
    }

    /** How many documents the condition and the page of the query have; see {@link Find#count()}. */
    public Mono<Long> count() {
        return query.count();
    }

    /** Whether there is one; see {@link Find#exists()}. */
    public Mono<Boolean> exists() {
        return query.exists();
    }

    /** How the query will be answered. Sends nothing. */
    public FetchPlan plan() {
        return query.plan();
    }

    /** A page of projections; see {@link Find#page}. The place where the next page starts need not be among what the projection shows. */
    public Mono<Page<P>> page(PageRequest page) {
        return query.page(page);
    }

    /** How a page will be answered, with its total where it is asked for. Sends nothing. */
    public FetchPlan plan(PageRequest page) {
        return query.plan(page);
    }

    /** The condition, for people. */
    @Override
    public String toString() {
        return text;
    }
}
