package dev.ligature.internal.write;

/** How the roots of a write are written, and linked documents that have an id with them. */
public enum WriteMode {
    /** Roots are inserted; linked documents that somebody has deleted are inserted again. */
    INSERT,
    /** Roots without id are inserted, others replaced or inserted. */
    SAVE,
    /** Roots are replaced; one that is not there is an error, a linked one with an id too. */
    REPLACE
}
