// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

/** What is asked of trees. */
@FunctionalInterface
public interface TreeQueries {
    /** The first roots with all their descendants. */
    Answer trees(int count);

    /**
     * Refuses several trees by {@code $graphLookup}: servers that use no index for it read the collection once per level and root.
     *
     * @throws CannotException when there is more than one
     */
    static void onlyOne(int count) {
        if (count > 1) {
            throw new CannotException("$graphLookup takes seconds per tree where the server uses no index for it");
        }
    }
}
