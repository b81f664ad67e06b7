package dev.ligature.query;

/** How a query fetches links. Every strategy gives the same result. */
public enum FetchStrategy {
    /**
     * What suits the query: few roots have their own links joined, which saves round trips, and deeper ones fetched in batches; of
     * more roots, and of a page sorted by its own fields, all links are fetched in batches. Few are 100 at most: by the query's
     * limit, or because the last three answers to queries whose conditions differ in nothing but their operands had no more. The
     * repository remembers that; within a transaction the limit alone counts. {@link dev.ligature.repository.Find#plan()} shows what would be done now.
     */
    AUTO,

    /**
     * Everything in one aggregation, by <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/aggregation/lookup/">$lookup</a>. Where a root and all that is
     * joined to it pass the 16 MB of a document, the rest of the query is fetched in batches; within a transaction, which such
     * a failure ends, that is an error.
     */
    LOOKUP,

    /**
     * Nothing joined on the server: per window of roots and level one find per target collection. Best for deep links, links
     * to one's own collection and targets that many roots share.
     */
    BATCH
}
