// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

/**
 * The form in which a {@code Ref} is written. In every format, a document that is already on the path from the root of
 * the JSON is written as its id, and a new document, which has no id yet, is written as the document.
 *
 * <p>A {@code BackRef} is written in the same way. A property that holds back references is left out if they were not
 * fetched. If nothing refers to the document, it is null or an empty list.
 */
public enum RefFormat {
    /** The id, whether the document was fetched or not: the JSON does not depend on what was fetched. */
    ID,

    /** The document if it was fetched, otherwise its id. */
    DOCUMENT,

    /**
     * As {@link #DOCUMENT}, but a document that was looked for and does not exist differs from one that was not
     * fetched: it is <code>{"id": …, "missing": true}</code>. A back reference to which no document belongs is
     * <code>{"missing": true}</code>.
     */
    STATE
}
