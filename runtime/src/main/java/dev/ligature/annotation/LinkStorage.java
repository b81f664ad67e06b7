package dev.ligature.annotation;

/** How a link is stored. */
public enum LinkStorage {
    /** The target's {@code _id}, bare. */
    ID,

    /**
     * A <a href="https://www.mongodb.com/docs/manual/reference/database-references/">DBRef</a>: {@code {$ref, $id}} with the
     * target's collection and {@code _id}.
     */
    DBREF
}
