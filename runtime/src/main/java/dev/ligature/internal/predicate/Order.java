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
