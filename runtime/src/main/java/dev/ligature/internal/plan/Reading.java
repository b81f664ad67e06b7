package dev.ligature.internal.plan;

/**
 * How the documents of a query are read. Says nothing of which they are.
 *
 * @param batchSize the documents of a reply; 0 leaves it to us
 */
public record Reading(int batchSize) {
    /** As nearly every query is read. */
    public static final Reading DEFAULT = new Reading(0);

    Reading withBatchSize(int documents) {
        return new Reading(documents);
    }
}
