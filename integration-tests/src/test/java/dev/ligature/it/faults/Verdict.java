// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import org.jspecify.annotations.Nullable;

/**
 * What came of a break.
 *
 * @param reached whether a command has met it
 * @param survived whether the caller has noticed nothing of it
 * @param shortfall what has been promised and not been kept, or null
 */
record Verdict(
        Operation operation,
        Matrix.Break broken,
        boolean reached,
        boolean survived,
        @Nullable String shortfall) {
    boolean held() {
        return shortfall == null;
    }

    @Override
    public String toString() {
        return operation + " (" + broken + "): " + (shortfall == null ? "held" : shortfall);
    }
}
