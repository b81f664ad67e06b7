package dev.ligature.query;

/**
 * What a delete does with the documents to which the deleted ones link. The rules declared on back links
 * ({@link dev.ligature.annotation.OnDelete}) hold whatever is chosen here.
 *
 * <p>What is linked goes first and what the caller named last: a delete that fails half-way is completed by the same call. Until then
 * links of the documents that are still to be deleted may dangle. In a transaction all of it is done or nothing.
 */
public enum DeleteRule {
    /** Nothing: the documents named are deleted, what they link to stays. */
    DO_NOTHING,

    /**
     * What the documents named link to is deleted too, and what that links to, however deep: found in the database, fetched or
     * not. Back links are not followed, nor the links of documents that a declared {@code CASCADE} deletes.
     */
    DELETE_LINKS,

    /**
     * As {@link #DELETE_LINKS}, but a document to which another one links that stays is kept, with all that it links to. Looked at
     * are the links of all documents that the declaration of the deleted one reaches.
     */
    DELETE_ORPHANS
}
