// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.annotation.LinkStorage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is at the other end of links. Conditions, sorts and back links see those in the declared form, a fetch follows both. */
record Walk(World world) {
    /** A document and its own type; see {@link #at}. */
    record At(Model.Type type, Row row) {}

    /** A document of a type, or of one that it permits. */
    At at(Model.Type type, Row row) {
        return new At(world.model().typeOf(type, row), row);
    }

    /** The entries of a forward link that are stored in the declared form. */
    static List<Row.Entry> declared(Row row, Model.Link link) {
        return row.entries(link).stream()
                .filter(entry -> isDeclared(entry, link))
                .toList();
    }

    static boolean isDeclared(Row.Entry entry, Model.Link link) {
        return !entry.isNull() && entry.isDbRef() == (link.storage() == LinkStorage.DBREF);
    }

    /**
     * Whether rules that protect data find a link: in the declared form, as an index has it; where that is the bare id, as a DBRef
     * without further fields, too.
     */
    static boolean isFound(Row.Entry entry, Model.Link link) {
        return !entry.isNull() && (link.storage() == LinkStorage.DBREF ? entry.isDbRef() : entry.isPlain());
    }

    /** The documents at the end of a path, by links in the declared form. */
    Collection<At> reached(List<String> path, Model.Type type, Row row) {
        Collection<At> reached = List.of(at(type, row));
        for (String step : path) {
            Set<At> next = new LinkedHashSet<>();
            for (At at : reached) {
                if (!Model.isNarrowing(step)) {
                    next.addAll(seen(at, at.type.link(step)));
                } else if (at.type.equals(world.model().narrowed(step))) {
                    next.add(at);
                }
            }
            reached = next;
        }
        return reached;
    }

    /** The documents at the other end of a link in the declared form, each once. */
    Collection<At> seen(At at, Model.Link link) {
        return link.isBackLink() ? referrers(at, link) : targets(declared(at.row, link), link);
    }

    /** The documents that a fetch of a link brings, each once. */
    Collection<At> fetched(At at, Model.Link link) {
        return link.isBackLink() ? referrers(at, link) : targets(at.row.entries(link), link);
    }

    private Collection<At> targets(List<Row.Entry> entries, Model.Link link) {
        Set<At> targets = new LinkedHashSet<>();
        for (Row.Entry entry : entries) {
            Row row = find(link, entry);
            if (row != null) {
                targets.add(at(world.model().type(link.target()), row));
            }
        }
        return targets;
    }

    /** The document to which a forward link points, or null. */
    @Nullable
    Row find(Model.Link link, Row.Entry entry) {
        return entry.isNull() ? null : world.find(link.target(), entry.id());
    }

    /** In the order of their ids. */
    private Collection<At> referrers(At at, Model.Link backLink) {
        Model.Link mirror = world.model().mirror(backLink);
        List<At> referrers = new ArrayList<>();
        for (Row row : world.rowsOf(backLink.target())) {
            if (declared(row, mirror).stream().anyMatch(entry -> Values.equal(entry.id(), at.row.id()))) {
                referrers.add(at(world.model().type(backLink.target()), row));
            }
        }
        referrers.sort(Comparator.comparing(each -> each.row.id(), Values::compare));
        return referrers;
    }
}
