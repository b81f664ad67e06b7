package dev.ligature.internal.plan;

import dev.ligature.internal.predicate.Order;
import dev.ligature.repository.FetchStrategy;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** Plans queries. Stateless; a plan depends on nothing but the request and the declarations. */
public final class Planner {
    /** Roots whose links {@code AUTO} joins: up to there a join of lists is not slower than batches. */
    public static final int JOINED_ROOTS = 100;

    private static final String ID = "_id";

    private final CodecRegistry registry;

    /** @param registry encodes the operands of conditions */
    public Planner(CodecRegistry registry) {
        this.registry = registry;
    }

    /**
     * The plan of a query.
     *
     * @throws dev.ligature.InvalidValueException when an operand cannot be stored in its member
     */
    public QueryPlan plan(FindRequest request) {
        ConditionPlanner conditions = new ConditionPlanner(registry);
        Filter filter = conditions.plan(request.predicate());
        Joins joins = new Joins();
        BsonDocument sort = sort(request, joins);
        List<BsonDocument> sortJoins = joins.takeStages();
        List<Joins.Side> sortSides = joins.sides();
        FetchNode fetch = FetchTree.of(
                request.type(),
                request.fetch(),
                joinedLevels(request),
                joins,
                request.strategy() != FetchStrategy.AUTO);
        List<BsonDocument> fetchJoins = joins.takeStages();
        Set<Integer> fetched = new HashSet<>();
        collectSides(fetch, fetched);
        return new QueryPlan(
                request,
                conditions.joins(),
                filter,
                sortJoins,
                sort,
                fetchJoins,
                joins.sides().stream().map(Joins.Side::link).toList(),
                sortSides.stream()
                        .filter(side -> !fetched.contains(side.number()))
                        .map(Joins.Side::field)
                        .toList(),
                fetch);
    }

    /** What is fetched from documents that are at hand; nothing is joined. */
    public static FetchNode fetchInBatches(DocumentType<?> type, FetchRequest request) {
        return FetchTree.of(type, request, 0, new Joins(), false);
    }

    /** How many levels are joined on the server. */
    private static int joinedLevels(FindRequest request) {
        return switch (request.strategy()) {
            case AUTO -> isJoined(request) ? 1 : 0;
            case LOOKUP -> Integer.MAX_VALUE;
            case BATCH -> 0;
        };
    }

    /**
     * Few roots are joined: that saves the round trips of the batches. Of more roots a join would send a document once for each
     * that shares it, and look each up by itself.
     */
    private static boolean isJoined(FindRequest request) {
        return !isLeftToFind(request) && (isSmallPage(request) || request.fewExpected());
    }

    /** A sort by what the root stores is left to a find: not every server takes an aggregation's sort and limit off an index. */
    public static boolean isLeftToFind(FindRequest request) {
        List<Order> orders = request.orders();
        return !orders.isEmpty() && orders.stream().allMatch(Order::isStoredInRoot);
    }

    /** What a strategy comes to where all links are joined or none. */
    public static boolean isJoinedThroughout(FindRequest request) {
        return request.strategy() == FetchStrategy.LOOKUP
                || (request.strategy() == FetchStrategy.AUTO && isJoined(request));
    }

    /** Whether the query itself says that few documents will come. */
    public static boolean isSmallPage(FindRequest request) {
        return request.limit() > 0 && request.limit() <= JOINED_ROOTS;
    }

    private static BsonDocument sort(FindRequest request, Joins joins) {
        BsonDocument sort = new BsonDocument();
        for (Order order : request.orders()) {
            String field = order.field();
            if (!order.links().isEmpty()) {
                field = sortField(order, joins);
            }
            if (!sort.containsKey(field)) { // a later key on the same field orders nothing
                sort.append(field, new BsonInt32(order.descending() ? -1 : 1));
            }
        }
        if (request.isCut() && !sort.isEmpty() && !isUnique(sort.keySet(), request.type())) {
            Order last = request.orders().get(request.orders().size() - 1);
            sort.append(
                    ID, new BsonInt32(last.descending() ? -1 : 1)); // an index on the keys and the id serves both ways
        }
        return sort;
    }

    /** Whether no two documents are equal in a sort: by the id, or by the keys of an index that says so. */
    private static boolean isUnique(Set<String> sorted, DocumentType<?> type) {
        return sorted.contains(ID)
                || type.indexes().stream()
                        .filter(index -> index.unique() && !index.sparse())
                        .anyMatch(index -> sorted.containsAll(index.fields(type).keySet()));
    }

    /** A linked id is stored in the document itself; other linked fields are joined. */
    private static String sortField(Order order, Joins joins) {
        List<LinkType> links = order.links();
        LinkType last = links.get(links.size() - 1);
        boolean linkedId = order.field().equals(ID) && !last.isBackLink();
        List<LinkType> joined = linkedId ? links.subList(0, links.size() - 1) : links;
        String path = linkedId ? last.idPath() : order.field();
        Joins.@Nullable Side side = null;
        for (LinkType link : joined) {
            side = joins.join(side, link);
        }
        return side == null ? path : side.field() + "." + path;
    }

    private static void collectSides(FetchNode node, Set<Integer> sides) {
        for (FetchNode.Edge edge : node.edges()) {
            if (edge.isJoined()) {
                sides.add(edge.side());
                collectSides(edge.node(), sides);
            }
        }
    }
}
