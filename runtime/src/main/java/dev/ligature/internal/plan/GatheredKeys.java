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
 * embedded values on the way, through which no dotted path leads on all servers.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/operator/aggregation/objectToArray/">$objectToArray</a>
 */
final class GatheredKeys {
    /** Not every server takes what is missing for an empty map. */
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
     * The expression, for a link in a list or a map of embedded values. Null if there are none.
     *
     * @param document how the path to a field of the document begins: {@code $}, or {@code $$each.} of a variable
     */
    static BsonValue of(LinkType link, String document) {
        return ids(PathLink.of(link), document);
    }

    /** The ids that the document at the root stores of a link on a path; null if there are none. */
    static BsonValue of(PathLink link) {
        return ids(link, "$");
    }

    private static BsonValue ids(PathLink link, String document) {
        return new GatheredKeys(link, link.link().storage() == LinkStorage.DBREF).gathered(document, 0);
    }

    /** The stored values in either form; null if there are none. */
    static BsonValue stored(PathLink link) {
        return new GatheredKeys(link, false).gathered("$", 0);
    }

    /** What the values hold at a position of the way: an id if only single values follow, otherwise an array or null. */
    private BsonValue gathered(String document, int position) {
        List<PathLink.Step> steps = link.steps();
        if (position < steps.size()) {
            PathLink.Step step = steps.get(position);
            return within(document + step.path(), step.containers(), position);
        }
        String member = link.storedName();
        if (!readsDbRefs) {
            return new BsonString(document + member);
        }
        return link.link().shape().isList() // through whose elements not every server follows a path
                ? map(new BsonString(document + member), variable -> new BsonString(variable + ".$id"))
                : new BsonString(document + member + ".$id");
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
        BsonDocument map = map(
                isMap ? new BsonDocument("$objectToArray", call("$ifNull", values, NO_FIELDS)) : values, variable -> {
                    BsonValue each = within(isMap ? variable + ".v" : variable, inner, position);
                    return areArrays ? orEmpty(each) : orNull(each);
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
