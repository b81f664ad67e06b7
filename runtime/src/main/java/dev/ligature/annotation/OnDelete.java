package dev.ligature.annotation;

/** What the deletion of a document means for those that refer to it. */
public enum OnDelete {
    /** The links stay and dangle. */
    NOTHING,
    /** The deletion is refused while a document refers to this one. */
    RESTRICT,
    /** The referring documents are deleted too. */
    CASCADE,
    /** The links are removed from the referring documents: unset, or pulled from a list. */
    UNLINK
}
