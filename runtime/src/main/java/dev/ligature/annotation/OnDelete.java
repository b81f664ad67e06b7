package dev.ligature.annotation;

/**
 * What the deletion of a document means for those that refer to it. Holds for every delete by a repository of whatever document:
 * by document, by id, by query, and where one deletion is the consequence of another. Documents that are deleted too do not count as
 * referrers. Other ways to delete, through the driver say, know nothing of it.
 */
public enum OnDelete {
    /** The links stay and dangle. */
    NOTHING,
    /** The deletion is refused, before anything is changed, while a document refers to this one. */
    RESTRICT,
    /** The referring documents are deleted too, as their own back links say; cycles end. */
    CASCADE,
    /**
     * The links are removed from the referring documents: unset, or pulled from a list. Where the link to one document is required, the
     * deletion is refused.
     */
    UNLINK
}
