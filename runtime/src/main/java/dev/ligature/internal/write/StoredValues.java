// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.internal.driver.Chunks;
import dev.ligature.internal.stored.StoredForm;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * Values as they are stored, each once, for commands that name them: on no server does the condition of a {@code $pull}
 * reach into a DBRef that stands beside bare ids. To a server, documents differ if their fields are in another order;
 * {@code equals} does not see that.
 */
final class StoredValues {
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private final Map<Object, BsonValue> values = new LinkedHashMap<>();

    static StoredValues of(List<BsonValue> values) {
        StoredValues stored = new StoredValues();
        values.forEach(stored::add);
        return stored;
    }

    void add(BsonValue value) {
        values.putIfAbsent(value.isDocument() ? bytes(value.asDocument()) : value, value);
    }

    private static ByteBuffer bytes(BsonDocument document) {
        return new RawBsonDocument(document, CODEC).getByteBuffer().asNIO();
    }

    int size() {
        return values.size();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    void clear() {
        values.clear();
    }

    List<BsonValue> list() {
        return List.copyOf(values.values());
    }

    /**
     * Conditions that each hold for some of the values, and together for all. One is enough unless there are very many
     * or odd values.
     */
    List<BsonDocument> conditions() {
        List<BsonValue> named = new ArrayList<>();
        List<BsonDocument> conditions = new ArrayList<>();
        for (BsonValue value : values.values()) {
            if (StoredForm.isQueryable(value) || StoredForm.isPlainDbRef(value)) {
                named.add(value);
            } else {
                conditions.add(new BsonDocument("$eq", value)); // some servers refuse it in $in
            }
        }
        for (int from = 0; from < named.size(); from += Chunks.LINKS_PER_CONDITION) {
            int to = Math.min(named.size(), from + Chunks.LINKS_PER_CONDITION);
            conditions.add(new BsonDocument("$in", new BsonArray(named.subList(from, to))));
        }
        return conditions;
    }
}
