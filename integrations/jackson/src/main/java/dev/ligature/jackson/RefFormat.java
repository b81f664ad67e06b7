package dev.ligature.jackson;

/**
 * What a {@code Ref} is written as. In every format a document that the path from the root of the JSON has met before is its id, and a
 * new document, which has no id yet, is written as the document.
 *
 * <p>A {@code BackRef} is written alike. A property that holds back references is left out when they were not fetched; when nothing
 * refers to the document, it is null or an empty list.
 */
public enum RefFormat {
    /** The id, whether the document was fetched or not: the JSON does not depend on what was fetched. */
    ID,

    /** The document where it was fetched, otherwise its id. */
    DOCUMENT,

    /**
     * As {@link #DOCUMENT}, and a document that was looked for and does not exist is told apart from one that was not fetched: it is
     * <code>{"id": …, "missing": true}</code>. A back reference that nothing answers is <code>{"missing": true}</code>.
     */
    STATE
}
