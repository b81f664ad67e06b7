// SPDX-License-Identifier: Apache-2.0
package dev.ligature.query;

/** What a write does with the documents to which a document links. */
public enum WriteRule {
    /** Only the document itself is written. If it links to a document without an id, it is refused. */
    DO_NOTHING,

    /**
     * Linked documents that are in memory are written too, however deep, each once, targets before those that link to
     * them. New ones are inserted and known ones saved, or replaced if the call is {@code replace}. References that are
     * not fetched or missing stay as they are.
     */
    WRITE
}
