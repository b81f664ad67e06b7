// SPDX-License-Identifier: Apache-2.0
package dev.ligature.query;

/**
 * A link that some documents store in another form than it is declared in, so that conditions, back links and counts do
 * not see it there. {@link dev.ligature.repository.Repository#restore} rewrites it.
 *
 * @param link the stored link: {@code House.owners}
 * @param collection the collection that stores it
 * @param documents how many documents hold it in the other form, as far as they were counted
 * @param more whether the count ended at its limit, so that there may be more
 */
public record OtherForm(String link, String collection, long documents, boolean more) {
    @Override
    public String toString() {
        return link + " in \"" + collection + "\": " + (more ? "at least " : "") + documents
                + " documents store it in another form than declared, which conditions and back links do not see."
                + " restore(…) rewrites it.";
    }
}
