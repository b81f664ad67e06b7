// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonJavaScript;
import org.bson.BsonMaxKey;
import org.bson.BsonMinKey;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.BsonUndefined;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Puts the fields of stored documents into another order and others between them, wherever members are stored. */
final class Disorder {
    private static final List<BsonValue> UNKNOWN = List.of(
            new BsonString("x"),
            new BsonInt32(1),
            new BsonInt64(2),
            new BsonDouble(3),
            BsonBoolean.TRUE,
            BsonNull.VALUE,
            new BsonObjectId(new ObjectId(new byte[12])),
            new BsonDateTime(4),
            new BsonBinary(new byte[] {5}),
            new BsonDecimal128(Decimal128.NaN),
            new BsonRegularExpression("a", "i"),
            new BsonTimestamp(6),
            new BsonMinKey(),
            new BsonMaxKey(),
            new BsonUndefined(),
            new BsonJavaScript("x"),
            BsonDocument.parse("{_id: 1, a: {_t: 'x', b: [1, {c: 2}]}}"),
            BsonArray.parse("[1, [2, {a: 3}], null]"));

    private final Chance chance;

    Disorder(Chance chance) {
        this.chance = chance;
    }

    /**
     * The stored document in disorder.
     *
     * @param object what is stored in it
     * @param id the member that is stored as {@code _id}
     */
    BsonDocument of(BsonDocument stored, Object object, String id) throws IllegalAccessException {
        return structure(stored, object, id);
    }

    private BsonDocument structure(BsonDocument stored, Object object, @Nullable String id)
            throws IllegalAccessException {
        BsonDocument inner = new BsonDocument();
        stored.forEach(inner::put);
        for (Field field : Members.of(object.getClass())) {
            String name = field.getName().equals(id) ? "_id" : Members.storedName(field);
            BsonValue value = stored.get(name);
            if (Members.isStored(field) && value != null) {
                inner.put(name, value(value, field.get(object)));
            }
        }
        return shuffled(inner);
    }

    private BsonValue value(BsonValue stored, @Nullable Object object) throws IllegalAccessException {
        if (object instanceof Optional<?> optional) {
            return value(stored, optional.orElse(null));
        }
        if (object instanceof OffsetDateTime && stored instanceof BsonDocument document) {
            return shuffled(document);
        }
        if (object instanceof Map<?, ?> map && stored instanceof BsonDocument document) {
            BsonDocument values = new BsonDocument();
            for (Map.Entry<String, BsonValue> entry : document.entrySet()) {
                values.put(entry.getKey(), value(entry.getValue(), map.get(entry.getKey())));
            }
            return values;
        }
        if (stored instanceof BsonArray array && hasElements(object)) {
            BsonArray values = new BsonArray();
            List<?> elements = elements(object);
            for (int i = 0; i < array.size(); i++) {
                values.add(value(array.get(i), elements.get(i)));
            }
            return values;
        }
        return object != null && Members.isStructure(object.getClass()) && stored instanceof BsonDocument document
                ? structure(document, object, null)
                : stored;
    }

    /** Otherwise a converter has made the array. */
    private static boolean hasElements(@Nullable Object object) {
        return object instanceof Collection<?>
                || (object != null && object.getClass().isArray());
    }

    private static List<?> elements(Object object) {
        if (object instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(object); i++) {
            elements.add(Array.get(object, i));
        }
        return elements;
    }

    private BsonDocument shuffled(BsonDocument document) {
        List<Map.Entry<String, BsonValue>> entries = new ArrayList<>(document.entrySet());
        for (int i = chance.below(3); i > 0; i--) {
            entries.add(Map.entry(chance.of("zz", "Zz", "zz.", "unknown") + i, chance.of(UNKNOWN)));
        }
        Collections.shuffle(entries, chance.random());
        BsonDocument shuffled = new BsonDocument();
        entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));
        return shuffled;
    }
}
