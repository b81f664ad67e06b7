// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import com.mongodb.client.cursor.TimeoutMode;

/**
 * How the documents of a query are read; not which ones.
 *
 * @param batchSize the documents of a reply; 0 leaves it to us
 * @param timeoutMode what the timeout of the database bounds: each batch, or all of them together
 * @param semiJoinBound how many ids a semi-join may give before a join takes its place
 */
public record Reading(int batchSize, TimeoutMode timeoutMode, int semiJoinBound) {
    /**
     * How nearly every query is read. The bound is enough for nearly every condition, and gives a command of about 200
     * kB.
     */
    public static final Reading DEFAULT = new Reading(0, TimeoutMode.ITERATION, 10_000);

    public Reading withBatchSize(int documents) {
        return new Reading(documents, timeoutMode, semiJoinBound);
    }

    public Reading withTimeoutMode(TimeoutMode mode) {
        return new Reading(batchSize, mode, semiJoinBound);
    }

    public Reading withSemiJoinBound(int ids) {
        return new Reading(batchSize, timeoutMode, ids);
    }
}
