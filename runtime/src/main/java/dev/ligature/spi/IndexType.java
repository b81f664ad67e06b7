// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * An index that a document declares.
 *
 * @param keys the Java names of the members, with {@code -} before descending ones
 * @param expireAfterSeconds negative if the index lets nothing expire
 */
public record IndexType(List<String> keys, boolean unique, boolean sparse, long expireAfterSeconds) {
    public IndexType {
        keys = List.copyOf(keys);
    }

    /** Returns an index that is not unique, not sparse and without expiry. */
    public static IndexType of(String... keys) {
        return new IndexType(List.of(keys), false, false, -1);
    }

    /** Returns this index as a unique one. */
    public IndexType onlyUnique() {
        return new IndexType(keys, true, sparse, expireAfterSeconds);
    }

    /** Returns this index as a sparse one. */
    public IndexType onlyPresent() {
        return new IndexType(keys, unique, true, expireAfterSeconds);
    }

    /** Returns this index with the given expiry. */
    public IndexType expiringAfter(long seconds) {
        return new IndexType(keys, unique, sparse, seconds);
    }

    /** The stored fields in their order, each with its direction. */
    public BsonDocument fields(DocumentType<?> type) {
        BsonDocument fields = new BsonDocument();
        for (String key : keys) {
            boolean descending = key.startsWith("-");
            String member = descending ? key.substring(1) : key;
            fields.append(type.storedPath(member), new BsonInt32(descending ? -1 : 1));
        }
        return fields;
    }

    /**
     * Tells whether it is not unique, not sparse and without expiry. Then it serves the same queries if more keys
     * follow its own.
     */
    public boolean isPlain() {
        return !unique && !sparse && expireAfterSeconds < 0;
    }
}
