// SPDX-License-Identifier: Apache-2.0
package dev.ligature.annotation;

/**
 * What the deletion of a document means for the documents that refer to it. The rule holds for every delete by any
 * repository: by document, by id, by query, and when one deletion is the consequence of another. Documents that are
 * deleted by the same call do not count as referrers. The rule does not hold for deletes that bypass the repositories,
 * such as those that you send with the driver.
 */
public enum OnDelete {
    /** The links stay and dangle. */
    NOTHING,
    /** The deletion is refused, before anything is changed, if a document refers to this one. */
    RESTRICT,
    /** The referring documents are deleted too, and their own back links are followed. Cycles end. */
    CASCADE,
    /**
     * The links are removed from the referring documents: unset, or pulled from a list. If a link to one document is
     * required, the deletion is refused.
     */
    UNLINK
}
