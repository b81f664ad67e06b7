package dev.ligature.internal.project;

import dev.ligature.spi.ProjectionNode;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * The {@code $project} of an aggregation with side arrays. Dotted inclusions would say it, but not all servers follow them into
 * arrays; expressions mean the same everywhere. What is missing becomes null, which a projection takes for the same.
 */
final class Shapes {
    private static final BsonInt32 KEPT = new BsonInt32(1);

    private Shapes() {}

    /** The fields of a root. */
    static BsonDocument root(ProjectionNode node) {
        BsonDocument shape = new BsonDocument();
        for (String path : Layout.fields(node).keySet()) {
            put(shape, path, path.contains(".") ? orNull("$" + path) : KEPT);
        }
        return shape;
    }

    /** The documents of a side array with their fields. */
    static BsonDocument elements(String side, ProjectionNode node) {
        BsonDocument shape = new BsonDocument();
        for (String path : Layout.fields(node).keySet()) {
            put(shape, path, path.equals("_id") ? new BsonString("$$each._id") : orNull("$$each." + path));
        }
        return new BsonDocument(
                "$map",
                new BsonDocument("input", new BsonString("$" + side))
                        .append("as", new BsonString("each"))
                        .append("in", shape));
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
