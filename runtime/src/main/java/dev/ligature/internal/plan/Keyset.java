// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.LigatureException;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.predicate.Order;
import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/**
 * What orders the pages of a query: stored fields, of which the last is the id. So no two documents are equal, and
 * every page starts at one place.
 *
 * @param orders the sort from which the fields come, without keys that order nothing
 * @param keys the stored fields, each once
 */
public record Keyset(DocumentType<?> type, List<Order> orders, List<Key> keys) {
    private static final String ID = "_id";
    private static final String DBREF_ID = ".$id";

    /**
     * A stored field of the document and its direction.
     *
     * @param isBareLink whether it is a link that is declared as a bare id; if it is stored as a DBRef, the value is a
     *     document
     */
    public record Key(String field, boolean descending, boolean isBareLink) {
        boolean isId() {
            return field.equals(ID);
        }

        @Override
        public String toString() {
            return field + (descending ? " descending" : " ascending");
        }
    }

    public Keyset {
        orders = List.copyOf(orders);
        keys = List.copyOf(keys);
    }

    /**
     * The keys of a sort. The id is added if it is not among them, in the direction of the last key, so that an index
     * on the keys and the id serves both directions.
     *
     * @throws IllegalStateException if a key is not a single value that is stored in the document itself
     */
    public static Keyset of(DocumentType<?> type, List<Order> sort) {
        List<Order> orders = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        Set<String> fields = new HashSet<>();
        for (Order order : sort) {
            Key key = new Key(field(type, order), order.descending(), isBareLink(order));
            if (fields.add(key.field())) { // a later key on the same field orders nothing
                orders.add(order);
                keys.add(key);
            }
            if (key.isId()) { // neither do keys after the id
                return new Keyset(type, orders, keys);
            }
        }
        boolean descending = !keys.isEmpty() && keys.get(keys.size() - 1).descending();
        orders.add(new Order(List.of(), ID, false, descending));
        keys.add(new Key(ID, descending, false));
        return new Keyset(type, orders, keys);
    }

    /**
     * The stored fields that hold the keys. A DBRef is kept whole, because a projection would take {@code $id} for an
     * operator.
     */
    public List<String> fields() {
        return keys.stream()
                .map(key -> key.field().endsWith(DBREF_ID)
                        ? key.field().substring(0, key.field().length() - DBREF_ID.length())
                        : key.field())
                .toList();
    }

    private static String field(DocumentType<?> type, Order order) {
        if (order.list() || order.links().stream().anyMatch(link -> link.isList() && !link.isBackLink())) {
            throw new IllegalStateException(type + " cannot be paged by " + order
                    + ": a list has no single value at which a page could start. Sort by members with one value, or page with"
                    + " skip and limit: PageRequest.at(offset, size).");
        }
        if (order.links().isEmpty()) {
            return order.field();
        }
        if (!order.isStoredInRoot()) {
            throw new IllegalStateException(
                    type + " cannot be paged by " + order + ": the value is not stored in " + type
                            + ", so no index leads to the place where a page starts. Sort by members of " + type
                            + ", or page with skip and limit: PageRequest.at(offset, size).");
        }
        return order.links().get(0).idPath();
    }

    private static boolean isBareLink(Order order) {
        return !order.links().isEmpty() && order.links().get(0).storage() == LinkStorage.ID;
    }

    /**
     * The values of the keys in a stored document. A missing field gives a null, because a sort treats both alike.
     *
     * @throws LigatureException if a field holds a value at which a page cannot start
     */
    public List<BsonValue> values(BsonDocument stored) {
        List<BsonValue> values = new ArrayList<>(keys.size());
        for (Key key : keys) {
            BsonValue value = stored;
            for (String name : key.field().split("\\.", -1)) {
                if (!value.isArray()) {
                    value = value.isDocument() ? value.asDocument().get(name, BsonNull.VALUE) : BsonNull.VALUE;
                }
            }
            if (value.isArray() || !KeysetValues.isValue(value)) {
                throw new LigatureException(
                        type + " " + Excerpt.of(stored.get(ID)) + " in \"" + type.collection()
                                + "\" cannot be the end of a page: field \""
                                + key.field() + "\" holds a value of type " + value.getBsonType()
                                + ", which does not order documents. Sort by another member, or page with skip and limit:"
                                + " PageRequest.at(offset, size).",
                        null);
            }
            values.add(value);
        }
        return values;
    }

    @Override
    public String toString() {
        return String.join(", ", keys.stream().map(Key::toString).toList());
    }
}
