// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.internal.predicate.Predicate;
import dev.ligature.internal.predicate.Test;
import dev.ligature.spi.LinkType;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The stored links that a query sees only in the declared form: those of its conditions, and those behind back links.
 */
public final class AskedLinks {
    private final Set<LinkType> links = new LinkedHashSet<>();

    private AskedLinks() {}

    /** The links of a query and of what it fetches. */
    public static Set<LinkType> of(Predicate condition, FetchNode fetch) {
        AskedLinks asked = new AskedLinks();
        asked.condition(condition);
        asked.fetch(fetch);
        return asked.links;
    }

    private void condition(Predicate predicate) {
        if (predicate instanceof Predicate.And and) {
            and.terms().forEach(this::condition);
        } else if (predicate instanceof Predicate.Or or) {
            or.terms().forEach(this::condition);
        } else if (predicate instanceof Predicate.Not not) {
            condition(not.term());
        } else if (predicate instanceof Predicate.Linked linked) {
            LinkType link = linked.link().link();
            links.add(link.isBackLink() ? link.mirror() : link);
            condition(linked.inner());
        } else if (predicate instanceof Predicate.Field field && field.test() instanceof Test.AnyElement any) {
            condition(any.predicate());
        } else if (predicate instanceof Predicate.LinkSize size
                && size.link().link().isBackLink()) {
            links.add(size.link().link().mirror()); // that of a link counts both forms
        }
    }

    private void fetch(FetchNode node) {
        for (FetchNode.Edge edge : node.edges()) {
            if (edge.link().isBackLink()) {
                links.add(edge.link().mirror());
            }
            fetch(edge.node());
        }
    }
}
