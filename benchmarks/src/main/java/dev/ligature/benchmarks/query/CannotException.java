// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

/** A contender cannot do a workload; the message says why. */
public final class CannotException extends UnsupportedOperationException {
    private static final long serialVersionUID = 1;

    public CannotException(String reason) {
        super(reason);
    }
}
