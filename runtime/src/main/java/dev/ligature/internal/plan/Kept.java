// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.spi.Discriminator;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.LinkWay;
import dev.ligature.spi.ProjectionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * What is read of the documents of a command.
 *
 * @param fields the projection of a find; empty for all
 * @param stage the {@code $project} of an aggregation; empty for all
 */
public record Kept(BsonDocument fields, BsonDocument stage) {
    /** All of them. */
    public static final Kept ALL = new Kept(new BsonDocument(), new BsonDocument());

    /** Their ids. */
    public static final Kept ID = of(new BsonDocument("_id", new BsonInt32(1)));

    private static final BsonInt32 KEPT = new BsonInt32(1);

    /** What both kinds of command say in the same way. */
    static Kept of(BsonDocument fields) {
        return new Kept(fields, fields);
    }

    /** What is stored of a link, and nothing else. */
    static Kept of(LinkType link) {
        return new Kept(withoutId(link.storedName()), withoutId(path(link)));
    }

    private static BsonDocument withoutId(String path) {
        return new BsonDocument(path, KEPT).append("_id", new BsonInt32(0));
    }

    /** What is read of the roots of a query and of the side arrays beside them. */
    static Kept of(FetchNode root) {
        ProjectionNode shown = root.shown();
        if (shown == null) {
            return ALL;
        }
        BsonDocument stage = shape(shown);
        addSides(stage, root);
        return new Kept(fields(shown), stage);
    }

    private static void addSides(BsonDocument stage, FetchNode node) {
        for (FetchNode.Edge edge : node.edges()) {
            if (edge.isJoined()) {
                String side = QueryPlan.sideField(edge.side());
                ProjectionNode shown = edge.node().shown();
                if (shown != null) {
                    stage.append(side, elements(side, shown));
                }
                addSides(stage, edge.node());
            }
        }
    }

    /** The fields that are read of the documents at one place of a projection; all if it is not a projection. */
    public static BsonDocument fields(FetchNode node) {
        ProjectionNode shown = node.shown();
        return shown == null ? new BsonDocument() : fields(shown);
    }

    private static BsonDocument fields(ProjectionNode node) {
        BsonDocument fields = new BsonDocument("_id", KEPT);
        node.fields().forEach(field -> fields.append(field, KEPT));
        node.links().forEach(link -> fields.append(path(link), KEPT));
        Discriminator discriminator = node.type().discriminator();
        if (node.type().isRestricted() && discriminator != null) {
            fields.append(discriminator.key(), KEPT);
        }
        fields.keySet().removeIf(path -> isWithinOneOf(fields.keySet(), path));
        return fields;
    }

    /**
     * What is read of a link: it, or the list or the map of embedded values that holds it. A DBRef is read with what is
     * around it, because not every server takes it for a value in an expression.
     */
    private static String path(LinkType link) {
        if (link.holder() == LinkHolder.SINGLE && link.storage() == LinkStorage.ID) {
            return link.storedName();
        }
        List<String> names = new ArrayList<>();
        for (LinkWay.Step step : link.way().steps()) {
            names.add(step.storedName());
            if (!step.containers().isEmpty() || link.storage() == LinkStorage.DBREF) {
                break;
            }
        }
        return names.isEmpty() ? link.storedName() : String.join(".", names);
    }

    private static boolean isWithinOneOf(Set<String> paths, String path) {
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            if (paths.contains(path.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    /**
     * A root, in an aggregation. Dotted inclusions would be enough, but not all servers follow them into arrays, while
     * expressions mean the same everywhere. What is missing becomes null, which a projection treats alike.
     */
    private static BsonDocument shape(ProjectionNode node) {
        BsonDocument shape = new BsonDocument();
        for (String path : fields(node).keySet()) {
            put(shape, path, path.contains(".") ? orNull("$" + path) : KEPT);
        }
        return shape;
    }

    /** The documents of a side array. */
    private static BsonDocument elements(String side, ProjectionNode node) {
        BsonDocument shape = new BsonDocument();
        for (String path : fields(node).keySet()) {
            put(shape, path, path.equals("_id") ? new BsonString("$$each._id") : orNull("$$each." + path));
        }
        return new BsonDocument(
                "$map",
                new BsonDocument("input", new BsonString("$" + side))
                        .append("as", new BsonString("each"))
                        .append("in", shape));
    }

    /** The same with the fields of a sort, if a page is to start after a document. */
    public Kept with(Iterable<String> paths) {
        if (fields.isEmpty()) {
            return this;
        }
        BsonDocument moreFields = fields.clone();
        BsonDocument moreStage = stage.clone();
        for (String path : paths) {
            if (!isCovered(path)) {
                moreFields.keySet().removeIf(field -> field.startsWith(path + "."));
                moreFields.append(path, KEPT);
                put(moreStage, path, path.contains(".") ? orNull("$" + path) : KEPT);
            }
        }
        return new Kept(moreFields, moreStage);
    }

    private boolean isCovered(String path) {
        return fields.keySet().stream().anyMatch(field -> path.equals(field) || path.startsWith(field + "."));
    }

    private static BsonDocument orNull(String path) {
        return new BsonDocument("$ifNull", new BsonArray(List.of(new BsonString(path), BsonNull.VALUE)));
    }

    /** Puts a value at a dotted path. */
    private static void put(BsonDocument document, String path, BsonValue value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            document.append(path, value);
            return;
        }
        String first = path.substring(0, dot);
        if (!document.containsKey(first)) {
            document.append(first, new BsonDocument());
        }
        put(document.getDocument(first), path.substring(dot + 1), value);
    }
}
