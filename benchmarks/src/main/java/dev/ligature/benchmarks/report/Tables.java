package dev.ligature.benchmarks.report;

import java.util.List;
import java.util.Set;

/** The tables of the report, in its order. */
final class Tables {
    static final Table DECODE = codecs(
            "decode",
            "Decoding",
            "BSON bytes to a document in memory, with the bytes that are allocated. Where nothing else is said, fields come in the order in"
                    + " which codecs write. Sorted by name: as a server stores what `$set` adds. In 256 orders: each document in"
                    + " another one, at random.");

    static final Table ENCODE =
            codecs("encode", "Encoding", "A document in memory to BSON bytes, with the bytes that are allocated.");

    static final Table FETCH = Table.of(
            "fetch",
            "Fetching links",
            "Houses with one link, and with eleven, chosen by an indexed field out of 20,000: as many as the workload says, all read"
                    + " and all links looked at.",
            Contenders.HAND_WRITTEN);

    static final Table SHARED_TARGETS = Table.of(
            "shared-targets",
            "Fetching links that many share",
            "The same, where a thousand houses link to the same fifty documents: a join sends each of them once per house, a batch"
                    + " once.",
            Contenders.HAND_WRITTEN);

    static final Table FETCH_CPU = cpu(FETCH);
    static final Table SHARED_TARGETS_CPU = cpu(SHARED_TARGETS);

    static final Table PAGES = Table.of(
            "pages",
            "Filters and pages",
            "What links cost for a few roots of many: an indexed filter and a page sorted on an indexed field, without links and with"
                    + " them; and filter, sort, page and count through a link.",
            Contenders.HAND_WRITTEN);

    static final Table LINKED_FILTER = Table.of(
            "linked-filter",
            "Filters through a link",
            "The 400 houses whose door satisfies a condition, out of collections of different size. Answered from the door's side, the"
                    + " cost follows the matches; joined before it is matched, the collection.",
            Contenders.HAND_WRITTEN);

    static final Table CASCADE = Table.of(
            "cascade",
            "Cascades",
            "Writing a house with its door and a hundred windows, and a thousand such houses, into empty collections; and deleting them"
                    + " with all that they link to. And changing a thousand stored ones with their doors: save sets the declared fields,"
                    + " replace puts the document in the place of the stored one.",
            Contenders.HAND_WRITTEN);

    static final Table TREE = Table.of(
            "tree",
            "A self-linked tree",
            "Trees whose nodes link to nodes of the same collection, five levels below the root: 363 linked nodes each.",
            Contenders.HAND_WRITTEN);

    static final Table COMMANDS = Table.of(
            "commands",
            "Commands",
            "What is sent for each workload, once; further batches of a cursor count. And what comes back: documents at the top of"
                    + " cursors (joined ones are within their roots), and bytes of all replies. These do not depend on the machine.",
            "");

    static final Table STREAMING = Table.of(
            "streaming",
            "Streaming through a small heap",
            "A collection of documents, each with a link and a list of two, read in a JVM with a heap of 64 MB by a consumer that asks"
                    + " for 256 documents at a time. Time per document; and the heap that survives a full collection after a tenth, a"
                    + " half and all of the documents. Whoever is too slow for all of them reads the first ones.",
            Contenders.UNLINKED,
            Contenders.UNLINKED);

    static final Table STARTUP = Table.of(
            "startup",
            "From main to the first document",
            "A program that reads one document with its link and prints it, in a JVM of its own with the jars that it needs: the median"
                    + " of its runs, from the first line of main, and from before the process is started.",
            Contenders.DRIVER);

    static final Table COMPILE = Table.of(
            "compile",
            "Compile time",
            "Types of about ten members each, compiled with a processor and, without it, together with what it has generated; each time"
                    + " in a JVM of its own. Ligature: a record with a link, a list of links and a back link, of which codec, paths"
                    + " and repository are made. MapStruct: two records and a mapper for both directions. Immutables: a value. Micronaut"
                    + " Data: an entity with a relation and a repository; it generates class files instead of sources, so there"
                    + " plain javac does without what it generates.",
            Contenders.PLAIN_JAVAC,
            Contenders.PLAIN_JAVAC);

    static final List<Table> ALL = List.of(
            DECODE,
            ENCODE,
            FETCH,
            FETCH_CPU,
            SHARED_TARGETS,
            SHARED_TARGETS_CPU,
            PAGES,
            LINKED_FILTER,
            CASCADE,
            TREE,
            COMMANDS,
            STREAMING,
            STARTUP,
            COMPILE);

    private Tables() {}

    private static Table codecs(String operation, String title, String text) {
        return new Table("codecs-" + operation, "codecs", operation, title, text, Contenders.HAND_WRITTEN, Set.of());
    }

    private static Table cpu(Table of) {
        return new Table(
                of.key() + "-cpu",
                of.section(),
                "cpu",
                of.title() + ": CPU time",
                "The same calls, and what they took of the CPU in the client's process: all its threads taken together, those of the"
                        + " driver, the garbage collector and the JIT too. The server is a process of its own.",
                of.baseline(),
                of.lesserWork());
    }
}
