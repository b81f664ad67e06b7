// SPDX-License-Identifier: Apache-2.0
package dev.ligature.query;

/** What a fetch does with links whose documents do not exist. */
public enum MissingTargets {
    /** They keep their places, and {@code isMissing()} tells them apart. */
    KEEP,

    /** They are left out of lists. If you save the document, they are still stored. A link that is not a list stays. */
    DROP,

    /** The query fails with a {@link dev.ligature.DanglingLinkException}. */
    FAIL
}
