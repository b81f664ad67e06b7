package dev.ligature.internal.plan;

import com.mongodb.client.cursor.TimeoutMode;

/**
 * How the documents of a query are read. Says nothing of which they are.
 *
 * @param batchSize the documents of a reply; 0 leaves it to us
 * @param timeoutMode what the timeout of the database bounds: each batch, or all of them together
 */
public record Reading(int batchSize, TimeoutMode timeoutMode) {
    /** As nearly every query is read. */
    public static final Reading DEFAULT = new Reading(0, TimeoutMode.ITERATION);

    Reading withBatchSize(int documents) {
        return new Reading(documents, timeoutMode);
    }

    Reading withTimeoutMode(TimeoutMode mode) {
        return new Reading(batchSize, mode);
    }
}
