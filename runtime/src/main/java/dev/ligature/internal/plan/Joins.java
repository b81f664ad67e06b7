// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.spi.Discriminator;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.LinkWay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Joins links into flat side arrays with plain equality {@code $lookup}s. The stored ids stay where they are, and the
 * reader of the result finds the targets by id. A nested link is joined from an array of keys that is gathered from its
 * parent's side array.
 *
 * <p>A link that is joined twice, for a sort and for a fetch, has one side array.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/operator/aggregation/lookup/">$lookup</a>
 */
final class Joins {
    /** Names that a document's own fields never have: the processor reserves them. */
    static final String SIDE = "_l";

    private static final String KEYS = "_k";
    /** Stands for the number of a side, for the links of the root. */
    private static final int ROOT = -1;
    /** A key that is nobody's id: an empty array of keys would match every document on some servers. */
    private static final BsonValue NOBODY = new BsonDocument("ligature", new BsonString("nobody"));

    private final List<Side> sides = new ArrayList<>();
    /**
     * By the number of the side that holds the link, and by the link. (The hash of a record is linked at run time,
     * which is late for a first query.)
     */
    private final Map<Integer, Map<LinkType, Side>> byParent = new HashMap<>();

    private List<BsonDocument> stages = new ArrayList<>();
    private List<String> keyFields = new ArrayList<>();

    /** A side array. */
    record Side(int number, LinkType link) {
        String field() {
            return QueryPlan.sideField(number);
        }
    }

    /** The side array of a link of the root, or of the documents of another side. */
    Side join(@Nullable Side parent, LinkType link) {
        return byParent.computeIfAbsent(parent == null ? ROOT : parent.number(), number -> new HashMap<>())
                .computeIfAbsent(link, place -> {
                    Side side = new Side(sides.size(), link);
                    sides.add(side);
                    stages.add(lookup(link, localField(parent, link, side.number()), side.field()));
                    return side;
                });
    }

    /** All sides in the order of their numbers. */
    List<Side> sides() {
        return List.copyOf(sides);
    }

    /** The stages since the last call, without the arrays of keys in their result. */
    List<BsonDocument> takeStages() {
        List<BsonDocument> taken = stages;
        if (!keyFields.isEmpty()) {
            taken.add(without(keyFields));
        }
        stages = new ArrayList<>();
        keyFields = new ArrayList<>();
        return taken;
    }

    /** A stage that drops fields. */
    static BsonDocument without(List<String> fields) {
        BsonDocument projection = new BsonDocument();
        for (String field : fields) {
            projection.append(field, new BsonInt32(0));
        }
        return new BsonDocument("$project", projection);
    }

    /**
     * The same, without documents that are of another type than the link's target: a sort would go by them. What is only
     * read leaves them out later, because not all servers filter documents that hold DBRefs.
     */
    Side joinOwnType(@Nullable Side parent, LinkType link) {
        Side side = join(parent, link);
        Discriminator discriminator = link.target().discriminator();
        if (link.target().isRestricted() && discriminator != null) {
            stages.add(ofType(side.field(), side.field(), "." + discriminator.key(), discriminator));
        }
        return side;
    }

    /** A stage that leaves in a side array the discriminators of documents of one type: as many as there are documents. */
    static BsonDocument discriminators(String side, Discriminator discriminator) {
        return ofType(side, side + "." + discriminator.key(), "", discriminator);
    }

    /** An equality join of a link or a back link. */
    static BsonDocument lookup(LinkType link, String localField, String as) {
        return new BsonDocument(
                "$lookup",
                new BsonDocument("from", new BsonString(link.target().collection()))
                        .append("localField", new BsonString(localField))
                        .append(
                                "foreignField",
                                new BsonString(link.isBackLink() ? link.mirror().idPath() : "_id"))
                        .append("as", new BsonString(as)));
    }

    private static BsonDocument ofType(String side, String input, String path, Discriminator discriminator) {
        BsonString key = new BsonString("$$each" + path);
        BsonArray alternatives = new BsonArray();
        for (String value : discriminator.values()) {
            BsonDocument literal = new BsonDocument("$literal", new BsonString(value));
            alternatives.add(new BsonDocument(
                    "$eq", new BsonArray(List.of(key, value.startsWith("$") ? literal : new BsonString(value)))));
        }
        BsonDocument filter = new BsonDocument("input", new BsonString("$" + input))
                .append("as", new BsonString("each"))
                .append("cond", alternatives.size() == 1 ? alternatives.get(0) : new BsonDocument("$or", alternatives));
        return new BsonDocument("$addFields", new BsonDocument(side, new BsonDocument("$filter", filter)));
    }

    /**
     * Not every server follows a path through an array of DBRefs or of embedded documents; all follow one that is
     * gathered into an array of ids.
     */
    static boolean needsGatheredKeys(LinkType link) {
        return !link.isBackLink()
                && (link.holder() != LinkHolder.SINGLE || (link.isList() && link.storage() == LinkStorage.DBREF));
    }

    /** Whether a link is joined: through a map, or through more than one array, no path gives its ids on all servers. */
    static boolean isJoinable(LinkType link) {
        return switch (link.holder()) {
            case SINGLE -> true;
            case LISTED -> arrays(link) == 1;
            case MAPPED -> false;
        };
    }

    /** The ids of a link of the root as an array, if they {@linkplain #needsGatheredKeys must be gathered}. */
    static BsonValue rootKeys(LinkType link) {
        return isJoinable(link) // no expression for each value, which not all servers take beside a DBRef
                ? new BsonString("$" + link.idPath())
                : GatheredKeys.of(link, "$");
    }

    /** How many arrays are around an id where its path leads. */
    private static int arrays(LinkType link) {
        int arrays = link.shape().isList() ? 1 : 0;
        for (LinkWay.Step step : link.way().steps()) {
            arrays += step.containers().size();
        }
        return arrays;
    }

    /** The field from which a join of a link of the root takes its keys. */
    static String rootField(LinkType link) {
        return link.isBackLink() ? "_id" : link.idPath();
    }

    private String localField(@Nullable Side parent, LinkType link, int number) {
        if (parent == null) {
            return needsGatheredKeys(link) ? addKeys(number, rootKeys(link)) : rootField(link);
        }
        if (link.isBackLink()) {
            return addKeys(
                    number,
                    new BsonDocument(
                            "$concatArrays",
                            new BsonArray(List.of(
                                    new BsonString("$" + parent.field() + "._id"), new BsonArray(List.of(NOBODY))))));
        }
        BsonString keys = new BsonString("$" + parent.field() + "." + link.idPath());
        return addKeys(number, link.isList() ? flattened(parent, link) : keys);
    }

    /** The array of keys from which a side is joined. */
    static String keys(int side) {
        return KEYS + side;
    }

    private String addKeys(int number, BsonValue expression) {
        String field = keys(number);
        keyFields.add(field);
        stages.add(new BsonDocument("$addFields", new BsonDocument(field, expression)));
        return field;
    }

    /** The arrays of ids of all documents of a side as one array. */
    private static BsonValue flattened(Side parent, LinkType link) {
        BsonValue ids = link.holder() == LinkHolder.SINGLE
                ? GatheredKeys.list(new BsonString("$$each." + link.idPath()))
                : GatheredKeys.of(link, "$$each.");
        return GatheredKeys.flattened(new BsonDocument(
                "$map",
                new BsonDocument("input", new BsonString("$" + parent.field()))
                        .append("as", new BsonString("each"))
                        .append("in", ids)));
    }
}
