package dev.ligature.query;

/**
 * What a restore has done, or would do, in numbers of documents. One that holds several kinds of entries counts for each.
 *
 * @param documents those that store the member; all were looked at
 * @param restored those that held links in the other form, which were rewritten
 * @param foreign those with a DBRef that names another collection or another database: it stays as it is
 * @param withoutId those with an entry that holds no id, a DBRef without {@code $id} or a regular expression: it stays as it is
 * @param contended those that still hold links in the other form, because somebody else has changed them each time between the read
 *     and the write: run it again
 */
public record RestoreResult(long documents, long restored, long foreign, long withoutId, long contended) {
    /** Nothing was there. */
    public static final RestoreResult NOTHING = new RestoreResult(0, 0, 0, 0, 0);

    /** The sum of two. */
    public RestoreResult plus(RestoreResult other) {
        return new RestoreResult(
                documents + other.documents,
                restored + other.restored,
                foreign + other.foreign,
                withoutId + other.withoutId,
                contended + other.contended);
    }
}
