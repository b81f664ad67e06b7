package dev.ligature.internal.driver;

/** How much goes into one command: far below the 16 MB of a message, and in few round trips. */
public final class Chunks {
    /** Ids in one find: a few MB for every usual kind of id. */
    public static final int IDS_PER_FIND = 50_000;
    /** Documents that are read, changed or deleted by one command where their ids had to be found first. */
    public static final int IDS_PER_CHANGE = 10_000;
    /** Ids that still fit into a command, where nothing else can take their place. */
    public static final int MOST_IDS = 400_000;

    private Chunks() {}
}
