// SPDX-License-Identifier: Apache-2.0
package dev.ligature.annotation;

/** How a link is stored. */
public enum LinkStorage {
    /** The bare {@code _id} of the target. */
    ID,

    /**
     * A <a href="https://www.mongodb.com/docs/manual/reference/database-references/">DBRef</a>: {@code {$ref, $id}} with the
     * target's collection and {@code _id}.
     */
    DBREF
}
