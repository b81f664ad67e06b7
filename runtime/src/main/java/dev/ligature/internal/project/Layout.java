package dev.ligature.internal.project;

import dev.ligature.internal.plan.FetchNode;
import dev.ligature.internal.plan.FetchRequest;
import dev.ligature.internal.plan.QueryPlan;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.ProjectionNode;
import dev.ligature.spi.ProjectionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;

/** Where a plan puts what a projection reads: which side array holds the documents of which node, and which fields are kept. */
final class Layout {
    private static final int NONE = -1;

    private final int[] sides;
    private final @Nullable ProjectionNode[] nodes;
    private final BsonDocument projection;
    private final BsonDocument stage;

    Layout(ProjectionType<?> type, QueryPlan plan) {
        this.sides = new int[type.size()];
        this.nodes = new ProjectionNode[plan.sides().size()];
        this.projection = fields(type.root());
        this.stage = Shapes.root(type.root());
        addSides(type.root(), plan.fetch());
    }

    private void addSides(ProjectionNode node, FetchNode fetch) {
        for (ProjectionNode.Edge edge : node.edges()) {
            ProjectionNode target = edge.target();
            FetchNode.Edge fetched = fetch.edges().stream()
                    .filter(each -> each.link() == edge.link())
                    .findFirst()
                    .orElseThrow();
            sides[target.index()] = fetched.isJoined() ? fetched.side() : NONE;
            if (fetched.isJoined()) {
                nodes[fetched.side()] = target;
                String side = QueryPlan.sideField(fetched.side());
                stage.append(side, Shapes.elements(side, target));
            }
            addSides(target, fetched.node());
        }
    }

    /** The fields that are read of the documents of a node. */
    static BsonDocument fields(ProjectionNode node) {
        BsonDocument fields = new BsonDocument("_id", new BsonInt32(1));
        node.fields().forEach(field -> fields.append(field, new BsonInt32(1)));
        node.links().forEach(link -> fields.append(link.storedName(), new BsonInt32(1)));
        return fields;
    }

    /** What a find keeps of a root. */
    BsonDocument projection() {
        return projection;
    }

    /** What an aggregation keeps of a root and of its side arrays. */
    BsonDocument stage() {
        return stage;
    }

    /** The side array with the documents of a node, negative where none has them. */
    int side(ProjectionNode node) {
        return sides[node.index()];
    }

    int sideCount() {
        return nodes.length;
    }

    /** The node whose documents a side array holds, or null for a field that is none. */
    @Nullable
    ProjectionNode node(String field) {
        int number = QueryPlan.sideNumber(field);
        return number >= 0 && number < nodes.length ? nodes[number] : null;
    }

    /** The links to be followed, as the planner is asked for them. */
    static FetchRequest links(ProjectionNode root) {
        List<List<LinkType>> paths = new ArrayList<>();
        addPaths(root, List.of(), paths);
        return new FetchRequest(0, paths, Map.of());
    }

    private static void addPaths(ProjectionNode node, List<LinkType> path, List<List<LinkType>> paths) {
        for (ProjectionNode.Edge edge : node.edges()) {
            List<LinkType> longer = new ArrayList<>(path);
            longer.add(edge.link());
            paths.add(longer);
            addPaths(edge.target(), longer, paths);
        }
    }
}
