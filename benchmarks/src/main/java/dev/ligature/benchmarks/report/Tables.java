// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.report;

import java.util.List;
import java.util.Set;

/** The tables of the report, in its order. */
final class Tables {
    static final Table DECODE = codecs(
            "decode",
            "Decoding",
            "From BSON bytes to a document in memory, with the bytes that are allocated. Unless the workload says"
                    + " otherwise, fields come in the order in which codecs write them. *Sorted by name* is how a"
                    + " server stores what `$set` adds. *In 256 orders*: each document has one of 256 orders, chosen"
                    + " at random.");

    static final Table ENCODE =
            codecs("encode", "Encoding", "From a document in memory to BSON bytes, with the bytes that are allocated.");

    static final Table FETCH = Table.of(
            "fetch",
            "Fetching links",
            "Houses with one link or with eleven, chosen by an indexed field out of 20,000. The workload says how"
                    + " many. All are read, and all links are looked at.",
            Contenders.HAND_WRITTEN);

    static final Table SHARED_TARGETS = Table.of(
            "shared-targets",
            "Fetching links that many share",
            "The same, but a thousand houses link to the same fifty documents. A join sends each of them once per"
                    + " house, a batch sends it once.",
            Contenders.HAND_WRITTEN);

    static final Table FETCH_CPU = cpu(FETCH);
    static final Table SHARED_TARGETS_CPU = cpu(SHARED_TARGETS);

    static final Table PAGES = Table.of(
            "pages",
            "Filters and pages",
            "What links cost for a few roots out of many: an indexed filter, and a page sorted on an indexed field,"
                    + " without links and with them. Also filter, sort, page and count through a link.",
            Contenders.HAND_WRITTEN);

    static final Table LINKED_FILTER = Table.of(
            "linked-filter",
            "Filters through a link",
            "The 400 houses whose door satisfies a condition, out of collections of different sizes. If the query"
                    + " starts at the doors, its cost grows with the matches. If it joins before it filters, its"
                    + " cost grows with the collection.",
            Contenders.HAND_WRITTEN);

    static final Table CASCADE = Table.of(
            "cascade",
            "Cascades",
            "Writing a house with its door and a hundred windows, and a thousand such houses, into empty"
                    + " collections, and deleting them with everything that they link to. Then changing a thousand"
                    + " stored houses with their doors: save sets the declared fields, and replace puts the document"
                    + " in place of the stored one.",
            Contenders.HAND_WRITTEN);

    static final Table TREE = Table.of(
            "tree",
            "A self-linked tree",
            "Trees whose nodes link to nodes of the same collection, five levels below the root: 363 linked nodes each.",
            Contenders.HAND_WRITTEN);

    static final Table COMMANDS = Table.of(
            "commands",
            "Commands",
            "What one run of each workload sends; further batches of a cursor count as commands. And what comes"
                    + " back: documents at the top of cursors (joined ones are inside their roots), and the bytes of"
                    + " all replies. These figures do not depend on the machine.",
            "");

    static final Table STREAMING = Table.of(
            "streaming",
            "Streaming through a small heap",
            "A collection of documents, each with a link and a list of two, read in a JVM with a heap of 64 MB by a"
                    + " consumer that asks for 256 documents at a time. The table shows the time per document, and"
                    + " the heap that is left by a full collection after a tenth, a half and all of the documents."
                    + " Contenders that are too slow for all documents read only the first ones.",
            Contenders.UNLINKED,
            Contenders.UNLINKED);

    static final Table STARTUP = Table.of(
            "startup",
            "From main to the first document",
            "A program that reads one document with its link and prints it, in a JVM of its own with the jars that"
                    + " it needs. The figures are medians of its runs, from the first line of main, and from before"
                    + " the process is started.",
            Contenders.DRIVER);

    static final Table COMPILE = Table.of(
            "compile",
            "Compile time",
            "Types of about ten members each, compiled with a processor and, without it, together with what it has"
                    + " generated, each time in a JVM of its own. Ligature: a record with a link, a list of links"
                    + " and a back link, for which it generates codec, paths and repository. MapStruct: two records"
                    + " and a mapper for both directions. Immutables: a value. Micronaut Data: an entity with a"
                    + " relation and a repository. It generates class files instead of sources, so plain javac"
                    + " compiles without them there. The times are medians of the runs; the heap is the most that was in"
                    + " use after a collection, the median too.",
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
                "The CPU time that the same calls took in the client's process, in all its threads, including those"
                        + " of the driver, the garbage collector and the JIT compiler. The server is a separate"
                        + " process.",
                of.baseline(),
                of.lesserWork());
    }
}
