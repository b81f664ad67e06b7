// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * An index of the server.
 *
 * @param keys the fields in their order, each with its direction or its kind
 */
public record Index(BsonDocument keys) {
    /** The index that every collection has. */
    public static final Index ID = new Index(BsonDocument.parse("{_id: 1}"));

    /** Whether it can find documents by one of some fields. */
    boolean startsWithOneOf(Set<String> fields) {
        return !keys.isEmpty() && fields.contains(keys.getFirstKey());
    }

    /**
     * Whether it gives documents in the given order, forwards or backwards.
     *
     * @param equal fields that have the same value in all documents that match, which the index may have before the
     *     keys of the order and between them
     */
    boolean sorts(BsonDocument order, Set<String> equal) {
        List<Map.Entry<String, BsonValue>> wanted = new ArrayList<>(order.entrySet());
        wanted.removeIf(key -> equal.contains(key.getKey()));
        int next = 0;
        int direction = 0;
        for (Map.Entry<String, BsonValue> key : keys.entrySet()) {
            if (next == wanted.size()) {
                break;
            }
            Map.Entry<String, BsonValue> want = wanted.get(next);
            if (key.getKey().equals(want.getKey()) && key.getValue().isNumber()) {
                int same = sign(key.getValue()) * sign(want.getValue());
                if (direction != 0 && same != direction) {
                    return false;
                }
                direction = same;
                next++;
            } else if (!equal.contains(key.getKey())) {
                return false;
            }
        }
        return next == wanted.size();
    }

    private static int sign(BsonValue direction) {
        return direction.asNumber().doubleValue() < 0 ? -1 : 1;
    }
}
