// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

/** What is asked of a world, or done to it. */
sealed interface Case permits Query, Change {
    /** The index of the type whose repository is called. */
    int root();
}
