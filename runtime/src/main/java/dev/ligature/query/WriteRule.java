package dev.ligature.query;

/** What a write does with the documents to which a document links. */
public enum WriteRule {
    /** Nothing: the document alone is written. One that links to a document without id is refused. */
    DO_NOTHING,

    /**
     * Linked documents that are in memory are written too, however deep, each once, targets before those that link to them: new ones
     * inserted, known ones saved, or replaced where the call is {@code replace}. References that are not fetched or missing stay as they
     * are.
     */
    WRITE
}
