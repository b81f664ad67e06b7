package dev.ligature.query;

/** What a fetch does with links whose document does not exist. */
public enum MissingTargets {
    /** They keep their places, with {@code isMissing()}. */
    KEEP,

    /** They are left out of lists; a document saved back still stores them. A link that is not a list stays. */
    DROP,

    /** The query fails with a {@link dev.ligature.DanglingLinkException}. */
    FAIL
}
