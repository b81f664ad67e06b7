// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.predicate.Operand;
import dev.ligature.internal.predicate.Test;
import dev.ligature.internal.stored.StoredForm;
import dev.ligature.spi.EmbeddedCodec;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.PathLink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Writes conditions on stored links in the server's query language: on linked ids and on how many there are. A dotted path means
 * some value of a list. No such path leads through maps, so there an expression gathers what is stored; an index cannot serve it.
 */
final class LinkFilters {
    /** The least of all documents: what is {@code $gte} it is a document. */
    private static final BsonDocument NO_FIELDS = new BsonDocument();

    private static final String ID = "$$id";

    private final FilterRenderer renderer;

    LinkFilters(FilterRenderer renderer) {
        this.renderer = renderer;
    }

    /** Holds if some stored id is among the given ones, or the text that stands for them. */
    static BsonDocument among(PathLink link, BsonValue ids) {
        if (link.link().isBackLink()) {
            return new BsonDocument("_id", new BsonDocument("$in", ids));
        }
        if (link.holder() == LinkHolder.MAPPED) {
            return someId(link, GatheredKeys.call("$in", new BsonString(ID), literal(ids)));
        }
        return some(link, path -> new BsonDocument(link.idPath(path), new BsonDocument("$in", ids)));
    }

    /** A test of a linked id. It holds if some entry in the declared form satisfies it. */
    BsonDocument linkedId(PathLink link, Test test) {
        if (link.holder() == LinkHolder.MAPPED) {
            return someId(link, expression(link.link(), test));
        }
        List<Operand> excluded = excluded(test);
        return excluded == null
                ? some(link, path -> renderer.field(link.idPath(path), test))
                : inSomeValue(link, path -> other(link, path, test, excluded));
    }

    /** Holds if this number of links is stored, in whatever form. */
    BsonDocument size(PathLink link, int size) {
        boolean isList = link.link().shape().isList();
        if (link.holder() == LinkHolder.SINGLE) {
            return isList ? renderer.field(link.path(), new Test.HasSize(size)) : single(link.path(), size);
        }
        if (size == 0 && link.holder() == LinkHolder.LISTED) {
            return FilterRenderer.noneOf(inSomeValue(
                    link,
                    path -> isList
                            ? new BsonDocument(path + ".0", new BsonDocument("$exists", BsonBoolean.TRUE))
                            : new BsonDocument(path, new BsonDocument("$ne", BsonNull.VALUE))));
        }
        BsonValue stored = GatheredKeys.stored(link);
        BsonValue counted =
                isList ? stored : filter(stored, GatheredKeys.call("$ne", new BsonString(ID), BsonNull.VALUE));
        return expression(GatheredKeys.call("$eq", new BsonDocument("$size", counted), new BsonInt32(size)));
    }

    private BsonDocument single(String path, int size) {
        BsonDocument isAbsent = renderer.field(path, new Test.IsNull());
        return switch (size) {
            case 0 -> isAbsent;
            case 1 -> FilterRenderer.noneOf(isAbsent);
            default -> FilterRenderer.noneOf(new BsonDocument()); // nothing
        };
    }

    /** A test that holds of some value that the path leads to. */
    private static BsonDocument some(PathLink link, Function<String, BsonDocument> test) {
        return link.isDotted() ? test.apply(link.path()) : inSomeValue(link, test);
    }

    /**
     * A test of one of the values on the way that hold the link.
     *
     * @param test takes the path to the link within the value
     */
    private static BsonDocument inSomeValue(PathLink link, Function<String, BsonDocument> test) {
        return inSomeValue(link, 0, "", test);
    }

    private static BsonDocument inSomeValue(
            PathLink link, int position, String before, Function<String, BsonDocument> test) {
        if (position == link.steps().size()) {
            return test.apply(before + link.storedName());
        }
        PathLink.Step step = link.steps().get(position);
        String path = before + step.path();
        int lists = step.containers().size();
        if (lists == 0) {
            return inSomeValue(link, position + 1, path + ".", test);
        }
        BsonDocument inner = inSomeValue(link, position + 1, "", test);
        for (int i = 1; i < lists; i++) {
            inner = new BsonDocument("$elemMatch", inner);
        }
        return element(path, inner);
    }

    /** A condition on an element of the list in a field; of the list that is itself an element, if the path is empty. */
    static BsonDocument element(String path, BsonDocument condition) {
        BsonDocument match = new BsonDocument("$elemMatch", condition);
        return path.isEmpty() ? match : new BsonDocument(path, match);
    }

    /** Holds if some entry is none of the excluded ones. */
    private BsonDocument other(PathLink link, String path, Test test, List<Operand> excluded) {
        boolean dbRefs = link.link().storage() == LinkStorage.DBREF;
        if (link.link().shape().isList()) {
            BsonArray values = new BsonArray();
            excluded.forEach(operand -> {
                BsonValue id = operand.encode(renderer.registry());
                values.add(dbRefs ? StoredForm.dbRef(link.link(), id) : id);
            });
            values.add(BsonNull.VALUE);
            BsonDocument other = new BsonDocument("$nin", values);
            if (dbRefs) {
                other.append("$gte", NO_FIELDS);
            } else if (!idsAreDocuments(link.link())) {
                other.append("$not", new BsonDocument("$gte", NO_FIELDS));
            }
            return new BsonDocument(path, new BsonDocument("$elemMatch", other));
        }
        String field = link.idPath(path);
        List<BsonDocument> terms = new ArrayList<>(List.of(
                new BsonDocument(field, renderer.operators(test)),
                new BsonDocument(field, new BsonDocument("$ne", BsonNull.VALUE))));
        if (!dbRefs) {
            terms.add(new BsonDocument(field + ".$ref", new BsonDocument("$exists", BsonBoolean.FALSE)));
        }
        return FilterRenderer.allOf(terms);
    }

    private static boolean idsAreDocuments(LinkType link) {
        return link.target().idCodec() instanceof EmbeddedCodec;
    }

    /** The values that a test excludes, or null for a test that does not. */
    private static @Nullable List<Operand> excluded(Test test) {
        if (test instanceof Test.Compare compare && compare.operator().equals("$ne")) {
            return List.of(compare.operand());
        }
        return test instanceof Test.Among among && among.operator().equals("$nin") ? among.operands() : null;
    }

    /** Holds if some of the ids that are stored in the declared form satisfies an expression on it. */
    private static BsonDocument someId(PathLink link, BsonDocument condition) {
        BsonDocument found = filter(GatheredKeys.of(link), condition);
        return expression(GatheredKeys.call("$gt", new BsonDocument("$size", found), new BsonInt32(0)));
    }

    /** @param condition on {@link #ID} */
    private static BsonDocument filter(BsonValue array, BsonDocument condition) {
        return new BsonDocument(
                "$filter",
                new BsonDocument("input", array)
                        .append("as", new BsonString(ID.substring(2)))
                        .append("cond", condition));
    }

    private static BsonDocument expression(BsonDocument condition) {
        return new BsonDocument("$expr", condition);
    }

    /** A test of an id as an expression. */
    private BsonDocument expression(LinkType link, Test test) {
        BsonValue id = new BsonString(ID);
        List<Operand> excluded = excluded(test);
        if (excluded != null) {
            BsonDocument other = GatheredKeys.call("$not", GatheredKeys.call("$in", id, literal(encoded(excluded))));
            BsonDocument isThere = GatheredKeys.call("$ne", id, BsonNull.VALUE);
            return link.storage() == LinkStorage.DBREF || idsAreDocuments(link)
                    ? GatheredKeys.call("$and", other, isThere)
                    : GatheredKeys.call("$and", other, isThere, GatheredKeys.call("$not", GatheredKeys.isDocument(id)));
        }
        if (test instanceof Test.Among among) {
            return GatheredKeys.call("$in", id, literal(encoded(among.operands())));
        }
        Test.Compare compare = (Test.Compare) test;
        BsonValue operand = compare.operand().encode(renderer.registry());
        if (compare.operator().equals("$eq")) {
            return GatheredKeys.call("$eq", id, literal(operand));
        }
        return GatheredKeys.call( // an expression compares values of all types, a query those of one
                "$and",
                GatheredKeys.call(compare.operator(), id, literal(operand)),
                GatheredKeys.call("$gte", id, literal(BsonLeast.of(operand))),
                GatheredKeys.call("$lt", id, literal(BsonLeast.beyond(operand))));
    }

    private BsonArray encoded(List<Operand> operands) {
        BsonArray values = new BsonArray();
        operands.forEach(operand -> values.add(operand.encode(renderer.registry())));
        return values;
    }

    private static BsonDocument literal(BsonValue value) {
        return new BsonDocument("$literal", value);
    }
}
