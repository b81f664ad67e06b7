package dev.ligature.repository;

/** How a query fetches links. Every strategy gives the same result. */
public enum FetchStrategy {
    /** The first level by joins, deeper ones in batches. */
    AUTO,

    /**
     * Everything in one aggregation, by <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/aggregation/lookup/">$lookup</a>. A root and all that is
     * joined to it must fit into one document of 16 MB.
     */
    LOOKUP,

    /**
     * Nothing joined on the server: per window of roots and level one find per target collection. Best for deep links, links
     * to one's own collection and targets that many roots share.
     */
    BATCH
}
