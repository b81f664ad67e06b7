package dev.ligature.internal.plan;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.internal.predicate.Test;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * Turns a condition into a filter: tests of own fields and of linked ids as they are, conditions through links into
 * semi-joins, numbered in the order in which they are answered.
 */
final class ConditionPlanner {
    private final CodecRegistry registry;
    private final FilterRenderer renderer;
    private final List<SemiJoin> joins = new ArrayList<>();

    ConditionPlanner(CodecRegistry registry) {
        this.registry = registry;
        this.renderer = new FilterRenderer(registry);
    }

    /** The semi-joins of all filters planned so far, those that others need first. */
    List<SemiJoin> joins() {
        return joins;
    }

    Filter plan(Predicate predicate) {
        if (predicate instanceof Predicate.Always) {
            return new Filter.Own(new BsonDocument());
        }
        if (predicate instanceof Predicate.Field field) {
            return new Filter.Own(renderer.field(field.name(), field.test()));
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
        LinkType link = linked.link();
        if (isLinkedId(linked)) {
            Test test = ((Predicate.Field) linked.inner()).test();
            return new Filter.Own(renderer.linkedId(link.idPath(), link.isList(), test));
        }
        Filter far = plan(linked.inner()); // plans the inner semi-joins first: they are answered first
        SemiJoin join = new SemiJoin(joins.size() + 1, link, linked.inner(), far);
        joins.add(join);
        return new Filter.Among(join);
    }

    /**
     * Whether a condition through a link asks of the linked id alone, which is stored here. A negative test of a DBRef in a
     * list is not: {@code $elemMatch} cannot name {@code $id}.
     */
    private static boolean isLinkedId(Predicate.Linked linked) {
        LinkType link = linked.link();
        if (link.isBackLink()
                || !(linked.inner() instanceof Predicate.Field field)
                || !field.name().equals("_id")) {
            return false;
        }
        boolean elements = link.isList() && link.storage() == LinkStorage.DBREF;
        if (field.test() instanceof Test.Compare compare) {
            return !elements || !compare.operator().equals("$ne");
        }
        return field.test() instanceof Test.Among among
                && (!elements || !among.operator().equals("$nin"));
    }

    private Filter size(Predicate.LinkSize size) {
        LinkType link = size.link();
        if (!link.isBackLink()) {
            if (link.isList()) {
                return new Filter.Own(renderer.field(link.storedName(), new Test.HasSize(size.size())));
            }
            return new Filter.Own(renderer.field(link.storedName(), new Test.IsNull()));
        }
        if (size.size() == 0) { // no referrer: the referrers' side tells who has one
            BsonDocument refers =
                    new BsonDocument(link.mirror().idPath(), new BsonDocument("$exists", BsonBoolean.TRUE));
            SemiJoin join = new SemiJoin(joins.size() + 1, link, new Predicate.Always(), new Filter.Own(refers));
            joins.add(join);
            return new Filter.None(new Filter.Among(join));
        }
        return new Filter.Referrers(link, size.size());
    }

    /**
     * Terms with those through one link made one, where that means the same: alternatives through any link, and joint
     * conditions on the one target of a link that is not a list.
     */
    private static List<Predicate> merged(List<Predicate> terms, boolean joint) {
        Map<LinkType, Predicate> byLink = new LinkedHashMap<>();
        List<Predicate> result = new ArrayList<>();
        for (Predicate term : terms) {
            if (term instanceof Predicate.Linked linked
                    && !isLinkedId(linked)
                    && (!joint || !(linked.link().isList() || linked.link().isBackLink()))) {
                byLink.merge(linked.link(), linked.inner(), joint ? Predicate::and : Predicate::or);
            } else {
                result.add(term);
            }
        }
        byLink.forEach((link, inner) -> result.add(new Predicate.Linked(link, inner)));
        return result;
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

    /** The bound of a find that looks for one more than a number of documents. */
    static BsonInt32 oneMoreThan(int bound) {
        return new BsonInt32(bound == Integer.MAX_VALUE ? bound : bound + 1);
    }
}
