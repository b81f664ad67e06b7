package dev.ligature.processor.model;

/** What it means that a member holds nothing, or that its stored field is missing. */
public enum Presence {
    /** An error, on reading and on writing. */
    REQUIRED,
    /** An {@code Optional}: empty, and not written. */
    OPTIONAL,
    /** A {@code @Nullable} member: null, and not written. */
    NULLABLE,
    /** A member that is set after construction: a missing field leaves what the object has, a null is written as null. */
    DEFAULTED
}
