package dev.ligature.repository;

import dev.ligature.internal.project.ProjectionQuery;
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
    private final ProjectionQuery<P> query;
    private final String text;

    ProjectedFind(ProjectionQuery<P> query, String text) {
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

    /** How the query will be answered. Sends nothing. */
    public FetchPlan plan() {
        return query.plan();
    }

    /** The condition, for people. */
    @Override
    public String toString() {
        return text;
    }
}
