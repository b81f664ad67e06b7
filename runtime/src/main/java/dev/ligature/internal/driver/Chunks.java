// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

/** How much goes into one command or one reply: far below the 16 MB of a message, and in few round trips. */
public final class Chunks {
    /** Documents of a find in one reply, of which nearly all should come at once: the linked documents of a window. */
    public static final int DOCUMENTS_PER_REPLY = 100_000;
    /** Documents of a reply beyond what the subscriber has demanded. */
    public static final int DOCUMENTS_AHEAD = 1_000;
    /** Roots of a window, whose links are fetched together. */
    public static final int ROOTS_PER_WINDOW = 1_000;
    /**
     * Roots of a window whose links have been fetched with them. More would save no command. What several windows of
     * them hold lives long enough to be copied by each collection of garbage.
     */
    public static final int JOINED_ROOTS_PER_WINDOW = 100;
    /** Bytes of a window, roots and linked documents, as they are stored. In memory they are several times as many. */
    public static final long BYTES_PER_WINDOW = 2 << 20;

    /** Ids in one find: a few MB for every usual kind of id. */
    public static final int IDS_PER_FIND = 50_000;
    /** Documents that one command reads, changes or deletes if their ids had to be found first. */
    public static final int IDS_PER_CHANGE = 10_000;
    /** Ids that still fit into a command, if nothing else can take their place. */
    public static final int MOST_IDS = 400_000;

    /** Bytes of ids in one command that deletes documents: half of what a command may have. */
    public static final int ID_BYTES = 8 << 20;
    /**
     * Links in one condition, each of which is a document to the server, since it may be a DBRef. An update has the
     * condition twice.
     */
    public static final int LINKS_PER_CONDITION = 25_000;
    /** Documents of a scan that one reply brings and that are checked together. */
    public static final int SCANNED_DOCUMENTS = 1_000;
    /** Links of such documents, which may hold many. */
    public static final int SCANNED_LINKS = 20_000;

    private Chunks() {}
}
