// SPDX-License-Identifier: Apache-2.0
package dev.ligature.query;

/**
 * An index that a document declares or that its links need.
 *
 * @param collection the collection of the index
 * @param keys the stored fields with their directions, as JSON: {@code {"door": 1, "_id": 1}}
 * @param unique whether no two documents may have the same values
 */
public record DeclaredIndex(String collection, String keys, boolean unique) {
    @Override
    public String toString() {
        return "\"" + collection + "\" " + keys + (unique ? " (unique)" : "");
    }
}
