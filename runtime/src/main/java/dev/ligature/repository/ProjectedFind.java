// SPDX-License-Identifier: Apache-2.0
package dev.ligature.repository;

import dev.ligature.internal.driver.Operations;
import dev.ligature.internal.load.Query;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.Page;
import dev.ligature.query.PageRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A query whose results are projections of documents; made by {@link Find#as}. It is immutable.
 *
 * <p>The publishers are cold. Nothing is sent before you subscribe, each subscription runs the query again, and
 * cancelling closes the cursor.
 *
 * <p>Every publisher fails with the errors of {@link Find}. It also fails with {@link
 * dev.ligature.DanglingLinkException} or {@link dev.ligature.DocumentReadException} if a component that is not optional
 * has no value.
 *
 * @param <P> the projection, a record annotated with {@link dev.ligature.annotation.Projection}
 */
public final class ProjectedFind<P> {
    private final Operations operations;
    private final Query<P> query;
    private final String text;

    ProjectedFind(Operations operations, Query<P> query, String text) {
        this.operations = operations;
        this.query = query;
        this.text = text;
    }

    /** Finds the projections. They are read as {@link Find#all()} reads documents. */
    public Flux<P> all() {
        return operations.named("find", query.all());
    }

    /** Finds the first projection. Empty if there is none. */
    public Mono<P> first() {
        return operations.named("find", query.first());
    }

    /**
     * Finds the only projection. Empty if there is none.
     *
     * <p>Fails with {@link dev.ligature.NonUniqueResultException} if there are several.
     */
    public Mono<P> one() {
        return operations.named("find", query.one());
    }

    /** Counts the documents of the query; see {@link Find#count()}. */
    public Mono<Long> count() {
        return operations.named("count", query.count());
    }

    /** Tells whether there is a document; see {@link Find#exists()}. */
    public Mono<Boolean> exists() {
        return operations.named("exists", query.exists());
    }

    /** Returns how the query will be answered. Sends nothing. */
    public FetchPlan plan() {
        return query.plan();
    }

    /**
     * Finds a page of projections; see {@link Find#page}. You can sort by members that the projection does not show.
     *
     * <p>Fails with {@link dev.ligature.InvalidPageTokenException} if the token does not belong to this document and
     * sort.
     *
     * @throws IllegalStateException as {@link Find#page} does
     */
    public Mono<Page<P>> page(PageRequest page) {
        return operations.named("page", query.page(page));
    }

    /**
     * Returns how the given page will be answered, including the count of its total if the page asks for one. Sends
     * nothing.
     *
     * @throws IllegalStateException as {@link Find#page} does
     * @throws dev.ligature.InvalidPageTokenException if the token does not belong to this document and sort
     */
    public FetchPlan plan(PageRequest page) {
        return query.plan(page);
    }

    /** Returns the condition as a text for people. */
    @Override
    public String toString() {
        return text;
    }
}
