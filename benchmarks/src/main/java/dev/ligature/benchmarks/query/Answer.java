// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

/**
 * What a contender has read, counted by walking over all of it: a contender that leaves something out is found by comparing.
 *
 * @param roots the documents that the query asked for
 * @param links the linked documents at hand, once for each document that links to them
 * @param sum a sum over a field of all linked documents
 */
public record Answer(long roots, long links, long sum) {
    /** The answer to nothing. */
    static Answer none() {
        return new Answer(0, 0, 0);
    }

    /** An answer of roots alone. */
    public static Answer ofRoots(long roots) {
        return new Answer(roots, 0, 0);
    }

    /** An answer in the making. */
    public static final class Tally {
        private long roots;
        private long links;
        private long sum;

        public void root() {
            roots++;
        }

        public void link(int value) {
            links++;
            sum += value;
        }

        public Answer answer() {
            return new Answer(roots, links, sum);
        }
    }
}
