// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.predicate;

import dev.ligature.spi.LinkType;
import java.util.List;

/**
 * One key of a sort: a field of the root, or of a document at the end of links.
 *
 * @param list whether the field holds a list
 */
public record Order(List<LinkType> links, String field, boolean list, boolean descending) {
    public Order {
        links = List.copyOf(links);
    }

    /** Whether the root itself stores what is compared: a field of its own, or the id of a link. */
    public boolean isStoredInRoot() {
        return links.isEmpty()
                || (links.size() == 1 && field.equals("_id") && !links.get(0).isBackLink());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (LinkType link : links) {
            text.append(link.member()).append('.');
        }
        return text.append(field)
                .append(descending ? " descending" : " ascending")
                .toString();
    }
}
