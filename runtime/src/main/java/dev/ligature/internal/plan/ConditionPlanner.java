// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.internal.predicate.Predicate;
import dev.ligature.internal.predicate.Test;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.PathLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * Turns a condition into a filter: tests of own fields and of linked ids as they are, conditions through links into
 * semi-joins, numbered in the order in which they are answered.
 */
final class ConditionPlanner {
    private final CodecRegistry registry;
    private final FilterRenderer renderer;
    private final LinkFilters links;
    private final List<SemiJoin> joins = new ArrayList<>();

    ConditionPlanner(CodecRegistry registry) {
        this.registry = registry;
        this.renderer = new FilterRenderer(registry);
        this.links = new LinkFilters(renderer);
    }

    /** The semi-joins of all filters planned so far; those that others need come first. */
    List<SemiJoin> joins() {
        return joins;
    }

    Filter plan(Predicate predicate) {
        if (predicate instanceof Predicate.Always) {
            return new Filter.Own(new BsonDocument());
        }
        if (predicate instanceof Predicate.Field field) {
            return field.test() instanceof Test.AnyElement any && holdsLinks(any.predicate())
                    ? element(field.name(), any.predicate())
                    : new Filter.Own(renderer.field(field.name(), field.test()));
        }
        if (predicate instanceof Predicate.Raw raw) {
            return new Filter.Own(raw.filter().toBsonDocument(BsonDocument.class, registry));
        }
        if (predicate instanceof Predicate.And and) {
            return all(merged(and.terms(), true).stream().map(this::plan).toList());
        }
        if (predicate instanceof Predicate.Or or) {
            return any(merged(or.terms(), false).stream().map(this::plan).toList());
        }
        if (predicate instanceof Predicate.Not not) {
            Filter term = plan(not.term());
            return term instanceof Filter.Own own
                    ? new Filter.Own(FilterRenderer.noneOf(own.filter()))
                    : new Filter.None(term);
        }
        if (predicate instanceof Predicate.LinkSize size) {
            return size(size);
        }
        return linked((Predicate.Linked) predicate);
    }

    private Filter linked(Predicate.Linked linked) {
        if (isLinkedId(linked)) {
            Test test = ((Predicate.Field) linked.inner()).test();
            return new Filter.Own(links.linkedId(linked.link(), test));
        }
        // plans the inner semi-joins first: they are answered first
        return semiJoin(linked.link(), linked.inner(), plan(linked.inner()));
    }

    /** A condition on one element of a list, which has links. */
    private Filter element(String field, Predicate condition) {
        if (!(condition instanceof Predicate.Field) && ElementOperators.apply(condition)) {
            throw new IllegalArgumentException("a condition on a list in a list joins tests of the inner list: "
                    + condition + ". Ask for one of its elements by one any(…), and join the tests within it.");
        }
        Filter inner = plan(condition);
        return inner instanceof Filter.Own own
                ? new Filter.Own(LinkFilters.element(field, own.filter()))
                : new Filter.Element(field, inner);
    }

    private static boolean holdsLinks(Predicate predicate) {
        if (predicate instanceof Predicate.Field field) {
            return field.test() instanceof Test.AnyElement any && holdsLinks(any.predicate());
        }
        if (predicate instanceof Predicate.And and) {
            return and.terms().stream().anyMatch(ConditionPlanner::holdsLinks);
        }
        if (predicate instanceof Predicate.Or or) {
            return or.terms().stream().anyMatch(ConditionPlanner::holdsLinks);
        }
        if (predicate instanceof Predicate.Not not) {
            return holdsLinks(not.term());
        }
        return predicate instanceof Predicate.Linked || predicate instanceof Predicate.LinkSize;
    }

    /** A step of its own, or the one that asks the same. */
    private Filter semiJoin(PathLink near, Predicate condition, Filter far) {
        for (SemiJoin known : joins) {
            if (known.near().equals(near) && known.filter().equals(far)) {
                return new Filter.Among(known);
            }
        }
        SemiJoin join = new SemiJoin(joins.size() + 1, near, condition, far);
        joins.add(join);
        return new Filter.Among(join);
    }

    /** Whether a condition through a link concerns only the linked id, which is stored here. */
    private static boolean isLinkedId(Predicate.Linked linked) {
        return !linked.link().link().isBackLink()
                && linked.inner() instanceof Predicate.Field field
                && field.name().equals("_id")
                && (field.test() instanceof Test.Compare || field.test() instanceof Test.Among);
    }

    private Filter size(Predicate.LinkSize size) {
        LinkType link = size.link().link();
        if (!link.isBackLink()) {
            return new Filter.Own(links.size(size.link(), size.size()));
        }
        if (size.size() == 0) { // no referrer: only the referrers' side can tell
            BsonDocument refers =
                    new BsonDocument(link.mirror().idPath(), new BsonDocument("$exists", BsonBoolean.TRUE));
            return new Filter.None(semiJoin(size.link(), new Predicate.Always(), new Filter.Own(refers)));
        }
        return new Filter.Referrers(link, size.size());
    }

    /**
     * Merges the terms that go through the same link, if that means the same: alternatives through any link, and
     * conjunctions through a link to one document. For negated terms, which say that there is no such target,
     * conjunctions are treated as alternatives.
     */
    private static List<Predicate> merged(List<Predicate> terms, boolean joint) {
        Map<Through, Predicate> byLink = new LinkedHashMap<>();
        List<Predicate> result = new ArrayList<>();
        for (Predicate term : terms) {
            boolean negated = term instanceof Predicate.Not;
            Predicate positive = term instanceof Predicate.Not not ? not.term() : term;
            boolean alternatives = joint == negated;
            if (positive instanceof Predicate.Linked linked
                    && !isLinkedId(linked)
                    && (alternatives || isToOne(linked.link()))) {
                byLink.merge(
                        new Through(linked.link(), negated),
                        linked.inner(),
                        alternatives ? Predicate::or : Predicate::and);
            } else {
                result.add(term);
            }
        }
        byLink.forEach((through, inner) -> {
            Predicate linked = new Predicate.Linked(through.link, inner);
            result.add(through.negated ? Predicate.not(linked) : linked);
        });
        return result;
    }

    /** A link that is followed, or not. */
    private record Through(PathLink link, boolean negated) {}

    private static boolean isToOne(PathLink link) {
        return !link.isList() && !link.link().isBackLink();
    }

    private static Filter all(List<Filter> terms) {
        List<BsonDocument> own = new ArrayList<>();
        List<Filter> rest = new ArrayList<>();
        for (Filter term : terms) {
            if (term instanceof Filter.Own filter) {
                own.add(filter.filter());
            } else {
                rest.add(term);
            }
        }
        if (rest.isEmpty()) {
            return new Filter.Own(FilterRenderer.allOf(own));
        }
        if (!own.isEmpty()) {
            rest.add(0, new Filter.Own(FilterRenderer.allOf(own)));
        }
        return rest.size() == 1 ? rest.get(0) : new Filter.All(rest);
    }

    private static Filter any(List<Filter> terms) {
        if (terms.size() == 1) {
            return terms.get(0);
        }
        if (terms.stream().allMatch(Filter.Own.class::isInstance)) {
            return new Filter.Own(FilterRenderer.anyOf(
                    terms.stream().map(term -> ((Filter.Own) term).filter()).toList()));
        }
        return new Filter.Any(terms);
    }
}
