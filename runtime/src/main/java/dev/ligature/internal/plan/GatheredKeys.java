// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.LinkWay;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * An expression for the ids that a document stores of a link, as one flat array: through the lists and the maps of
 * embedded values on the way, through which no dotted path leads on all servers.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/operator/aggregation/objectToArray/">$objectToArray</a>
 */
final class GatheredKeys {
    private final LinkType link;
    private final String member;
    private final boolean isDbRef;
    /** How many variables there are, for their names. */
    private int depth;

    private GatheredKeys(LinkType link) {
        this.link = link;
        this.member = link.storedName().substring(link.storedName().lastIndexOf('.') + 1);
        this.isDbRef = link.storage() == LinkStorage.DBREF;
    }

    /**
     * The expression, for a link in a list or a map of embedded values. Null if there are none.
     *
     * @param document how the path to a field of the document begins: {@code $}, or {@code $$each.} of a variable
     */
    static BsonValue of(LinkType link, String document) {
        return new GatheredKeys(link).gathered(document, 0);
    }

    /** What the values hold at a position of the way: an id if only single values follow, otherwise an array or null. */
    private BsonValue gathered(String document, int position) {
        List<LinkWay.Step> steps = link.way().steps();
        if (position < steps.size()) {
            LinkWay.Step step = steps.get(position);
            return within(document + step.storedName(), step.containers(), position);
        }
        if (!isDbRef) {
            return new BsonString(document + member);
        }
        return link.shape().isList() // through whose elements not every server follows a path
                ? map(new BsonString(document + member), variable -> new BsonString(variable + ".$id"))
                : new BsonString(document + member + ".$id");
    }

    private boolean isArray(int position) {
        List<LinkWay.Step> steps = link.way().steps();
        return link.shape().isList()
                || steps.subList(position, steps.size()).stream()
                        .anyMatch(step -> !step.containers().isEmpty());
    }

    private BsonValue within(String content, List<LinkHolder> containers, int position) {
        if (containers.isEmpty()) {
            return gathered(content + ".", position + 1);
        }
        boolean isMap = containers.get(0) == LinkHolder.MAPPED;
        List<LinkHolder> inner = containers.subList(1, containers.size());
        boolean areArrays = !inner.isEmpty() || isArray(position + 1);
        BsonValue values = new BsonString(content);
        BsonDocument map = map(isMap ? new BsonDocument("$objectToArray", values) : values, variable -> {
            BsonValue each = within(isMap ? variable + ".v" : variable, inner, position);
            return areArrays ? orEmpty(each) : each;
        });
        return areArrays ? flattened(map) : map;
    }

    private BsonDocument map(BsonValue input, Function<String, BsonValue> each) {
        String variable = "v" + depth++;
        return new BsonDocument(
                "$map",
                new BsonDocument("input", input)
                        .append("as", new BsonString(variable))
                        .append("in", each.apply("$$" + variable)));
    }

    /** Only of what holds ids: some servers evaluate the result again, and take a DBRef in a document for an operator. */
    static BsonDocument orEmpty(BsonValue ids) {
        return call("$ifNull", ids, new BsonArray());
    }

    /** An array of arrays as one array. */
    static BsonDocument flattened(BsonValue arrays) {
        return new BsonDocument(
                "$reduce",
                new BsonDocument("input", arrays)
                        .append("initialValue", new BsonArray())
                        .append("in", call("$concatArrays", new BsonString("$$value"), new BsonString("$$this"))));
    }

    private static BsonDocument call(String operator, BsonValue... arguments) {
        return new BsonDocument(operator, new BsonArray(List.of(arguments)));
    }
}
