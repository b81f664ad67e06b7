// SPDX-License-Identifier: Apache-2.0
package dev.ligature.query;

/**
 * What a delete does with the documents to which the deleted ones link. The rules that back links declare ({@link
 * dev.ligature.annotation.OnDelete}) hold whichever you choose here.
 *
 * <p>Linked documents are deleted first, and the documents that you named last. So if a delete fails half-way, the same
 * call completes it. Until then, links of the documents that are still to be deleted may dangle. In a transaction,
 * either all of it happens or nothing.
 */
public enum DeleteRule {
    /** The named documents are deleted; what they link to stays. */
    DO_NOTHING,

    /**
     * The documents that the named ones link to are deleted too, and what those link to, however deep. They are found
     * in the database, whether you fetched them or not. Back links are not followed, nor are the links of documents
     * that a declared {@code CASCADE} deletes.
     */
    DELETE_LINKS,

    /**
     * The same as {@link #DELETE_LINKS}, but if a document that stays links to one of them, that one is kept, with all
     * that it links to. The links that count are those of all documents that the declaration of the deleted document
     * reaches.
     */
    DELETE_ORPHANS
}
