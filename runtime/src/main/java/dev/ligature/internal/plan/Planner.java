// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.internal.predicate.Order;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Plans queries. Stateless: a plan depends only on the request, the declarations, and how large the answer is expected
 * to be.
 */
public final class Planner {
    private static final String ID = "_id";

    private final CodecRegistry registry;

    /** @param registry encodes the operands of conditions */
    public Planner(CodecRegistry registry) {
        this.registry = registry;
    }

    /**
     * The plan of a query.
     *
     * @param fewExpected whether the last answers to such queries had at most {@link Choice#JOINED_ROOTS} documents
     * @throws dev.ligature.InvalidValueException if a member cannot store an operand
     */
    public QueryPlan plan(FindRequest request, boolean fewExpected) {
        return plan(request, choice(request, fewExpected));
    }

    /** The plan of a query whose links are all fetched in batches. */
    public QueryPlan planBatches(FindRequest request) {
        return plan(request, Choice.BATCHES);
    }

    /** How the links of a query are fetched. */
    public static Choice choice(FindRequest request, boolean fewExpected) {
        return request.fetch().followsLinks() ? Choice.of(request, fewExpected) : Choice.BATCHES;
    }

    private QueryPlan plan(FindRequest request, Choice choice) {
        ConditionPlanner conditions = new ConditionPlanner(registry);
        Filter filter = conditions.plan(request.predicate());
        Joins joins = new Joins();
        BsonDocument sort = sort(request, joins);
        List<BsonDocument> sortJoins = joins.takeStages();
        int sortSides = joins.sides().size();
        FetchNode fetch = FetchTree.of(request.type(), request.fetch(), choice, joins);
        List<BsonDocument> fetchJoins = joins.takeStages();
        List<FetchNode.@Nullable Edge> sides =
                new ArrayList<>(Collections.nCopies(joins.sides().size(), null));
        collectSides(fetch, sides);
        List<String> unfetched = new ArrayList<>();
        for (int side = 0; side < sortSides; side++) {
            if (sides.get(side) == null) {
                unfetched.add(QueryPlan.sideField(side));
            }
        }
        return new QueryPlan(
                request,
                choice,
                conditions.joins(),
                filter,
                new Arrangement(sortJoins, sort, request.skip(), request.limit(), unfetched, fetchJoins),
                sides,
                fetch,
                Kept.of(fetch));
    }

    /** What is fetched from documents that exist already; nothing is joined. */
    public static FetchNode fetchInBatches(DocumentType<?> type, FetchRequest request) {
        return FetchTree.of(type, request, Choice.BATCHES, new Joins());
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
            side = joins.joinOwnType(side, link);
        }
        return side == null ? path : side.field() + "." + path;
    }

    private static void collectSides(FetchNode node, List<FetchNode.@Nullable Edge> sides) {
        for (FetchNode.Edge edge : node.edges()) {
            if (edge.isJoined()) {
                sides.set(edge.side(), edge);
                collectSides(edge.node(), sides);
            }
        }
    }
}
