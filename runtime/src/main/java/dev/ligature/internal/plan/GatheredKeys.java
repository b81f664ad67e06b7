// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.PathLink;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * An expression for the ids that a document stores of a link, as one flat array: through the lists and the maps of
 * embedded values on the way, through which no dotted path leads on all servers. What is stored instead of a list or
 * a map holds no ids: servers would fail there, and one damaged document would keep the others from being found.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/operator/aggregation/objectToArray/">$objectToArray</a>
 */
final class GatheredKeys {
    private static final BsonDocument NO_FIELDS = new BsonDocument("$literal", new BsonDocument());

    private final PathLink link;
    private final boolean readsDbRefs;
    /** How many variables there are, for their names. */
    private int depth;

    private GatheredKeys(PathLink link, boolean readsDbRefs) {
        this.link = link;
        this.readsDbRefs = readsDbRefs;
    }

    /**
     * The expression, for a link in a list or a map of embedded values.
     *
     * @param document how the path to a field of the document begins: {@code $}, or {@code $$each.} of a variable
     */
    static BsonValue of(LinkType link, String document) {
        return ids(PathLink.of(link), document);
    }

    /** The ids that the document at the root stores of a link on a path. */
    static BsonValue of(PathLink link) {
        return ids(link, "$");
    }

    private static BsonValue ids(PathLink link, String document) {
        return new GatheredKeys(link, link.link().storage() == LinkStorage.DBREF).gathered(document, 0);
    }

    /** The stored values in either form. */
    static BsonValue stored(PathLink link) {
        return new GatheredKeys(link, false).gathered("$", 0);
    }

    /** What the values hold at a position of the way: an id if only single values follow, otherwise an array. */
    private BsonValue gathered(String document, int position) {
        List<PathLink.Step> steps = link.steps();
        if (position < steps.size()) {
            PathLink.Step step = steps.get(position);
            return within(document + step.path(), step.containers(), position);
        }
        String member = link.storedName();
        BsonString stored = new BsonString(document + member);
        if (link.link().shape().isList()) {
            BsonDocument list = list(stored);
            return readsDbRefs // not every server follows a path through the elements
                    ? map(list, variable -> new BsonString(variable + ".$id"))
                    : list;
        }
        return readsDbRefs ? new BsonString(document + member + ".$id") : stored;
    }

    private boolean isArray(int position) {
        List<PathLink.Step> steps = link.steps();
        return link.link().shape().isList()
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
        BsonDocument map = map(isMap ? entries(values) : list(values), variable -> {
            BsonValue each = within(isMap ? variable + ".v" : variable, inner, position);
            return areArrays ? each : orNull(each);
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

    /** The elements of what is stored, if it is a list; otherwise none. */
    static BsonDocument list(BsonValue stored) {
        return orEmpty(call("$isArray", stored), stored);
    }

    /** The entries of what is stored, if it is a map; otherwise none. */
    private static BsonDocument entries(BsonValue stored) {
        return orEmpty(isDocument(stored), new BsonDocument("$objectToArray", stored));
    }

    /** Whether a value is a document, by its place in the order of all values: not every server knows {@code $type}. */
    static BsonDocument isDocument(BsonValue value) {
        return call("$and", call("$gte", value, NO_FIELDS), call("$lt", value, new BsonArray()));
    }

    private static BsonDocument orEmpty(BsonDocument condition, BsonValue elements) {
        return call("$cond", condition, elements, new BsonArray());
    }

    /** Not every server takes what is missing for null in an array. */
    private static BsonDocument orNull(BsonValue id) {
        return call("$ifNull", id, BsonNull.VALUE);
    }

    /** An array of arrays as one array. */
    static BsonDocument flattened(BsonValue arrays) {
        return new BsonDocument(
                "$reduce",
                new BsonDocument("input", arrays)
                        .append("initialValue", new BsonArray())
                        .append("in", call("$concatArrays", new BsonString("$$value"), new BsonString("$$this"))));
    }

    static BsonDocument call(String operator, BsonValue... arguments) {
        return new BsonDocument(operator, new BsonArray(List.of(arguments)));
    }
}
