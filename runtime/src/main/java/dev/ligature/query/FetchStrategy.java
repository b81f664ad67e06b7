// SPDX-License-Identifier: Apache-2.0
package dev.ligature.query;

/** How a query fetches links. All strategies give the same result. */
public enum FetchStrategy {
    /**
     * Chooses what suits the query. If few roots are expected and they are not sorted by their own fields, their own
     * links are joined, which saves round trips, and deeper ones are fetched in batches. Otherwise all links are
     * fetched in batches. Few means at most 100: because of the query's limit, or because the last three answers to
     * queries that differ only in their operands had no more. The repository remembers that; within a transaction only
     * the limit counts. {@link dev.ligature.repository.Find#plan()} shows what would be done now.
     */
    AUTO,

    /**
     * Joins everything in one aggregation, with <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/aggregation/lookup/">$lookup</a>. If a root with
     * everything that is joined to it exceeds the 16 MB of a document, the rest of the query is fetched in batches. In
     * a transaction that is an error, because the failure has ended the transaction.
     */
    LOOKUP,

    /**
     * Joins nothing on the server. For each window of roots and each level, sends one find per target collection. Best
     * for deep links, for links from a collection to itself, and for targets that many roots share.
     */
    BATCH
}
