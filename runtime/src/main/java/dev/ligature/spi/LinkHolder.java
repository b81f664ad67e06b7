// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

/** What a way from a document to a link within its embedded values leads through. */
public enum LinkHolder {
    /** Single values only, so that a document has the link at most once. So does a link of the document itself. */
    SINGLE,
    /** A list, a set or an array, but nothing that is {@link #MAPPED}. */
    LISTED,
    /** A map, or a list of lists. No dotted path leads there: the keys, or the positions in the outer list, are in between. */
    MAPPED
}
