// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

/** What it means if a member holds nothing, or if its stored field is missing. */
public enum Presence {
    /** An error, on reading and on writing. */
    REQUIRED,
    /** An {@code Optional}: empty, and not written. */
    OPTIONAL,
    /** A {@code @Nullable} member: null, and not written. */
    NULLABLE,
    /**
     * A member that is set after construction: if the field is missing, the object keeps what it has, and a null is
     * written as null.
     */
    DEFAULTED
}
