// SPDX-License-Identifier: Apache-2.0
package dev.ligature.query;

/**
 * What a restore has done, or would do, in numbers of documents. A document that holds several kinds of entries counts
 * for each.
 *
 * @param documents those that store the member; all of them were looked at
 * @param restored those that held links in the other form, which were rewritten
 * @param foreign those with a DBRef that names another collection or another database, which stays as it is
 * @param withoutId those with an entry that holds no id, such as a DBRef without {@code $id} or a regular expression,
 *     which stays as it is
 * @param contended those that still hold links in the other form: because somebody else changed them each time between
 *     the read and the write, so run the restore again; or because the links are in a map at a key that no update can
 *     name, which is empty, starts with {@code $} or contains a dot: save the documents
 */
public record RestoreResult(long documents, long restored, long foreign, long withoutId, long contended) {
    /** The result when there are no documents. */
    public static final RestoreResult NOTHING = new RestoreResult(0, 0, 0, 0, 0);

    /** Returns the sum of this result and the given one. */
    public RestoreResult plus(RestoreResult other) {
        return new RestoreResult(
                documents + other.documents,
                restored + other.restored,
                foreign + other.foreign,
                withoutId + other.withoutId,
                contended + other.contended);
    }
}
