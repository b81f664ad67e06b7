package dev.ligature.internal.write;

/** How the roots of a write are written, and with them linked documents that have an id. */
public enum WriteMode {
    /** Roots are inserted; linked documents saved. */
    INSERT,
    /** The declared fields of roots and linked documents are changed; those that are not there are inserted. */
    SAVE,
    /** Roots and linked documents are replaced; one that is not there is an error. */
    REPLACE
}
