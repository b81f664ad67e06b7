package dev.ligature.query;

/** What becomes of dangling links. */
public enum RepairRule {
    /** Their ids are taken out: of a list, whose other entries stay as they are; of a link to one document it leaves nothing. */
    PULL,

    /** The members that hold them are removed, a list with all its entries. Optional links only. */
    UNSET
}
