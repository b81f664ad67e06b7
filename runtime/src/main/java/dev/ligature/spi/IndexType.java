package dev.ligature.spi;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * An index that a document declares.
 *
 * @param keys the members, by their Java names, {@code -} in front of descending ones
 * @param expireAfterSeconds negative for an index that lets nothing expire
 */
public record IndexType(List<String> keys, boolean unique, boolean sparse, long expireAfterSeconds) {
    public IndexType {
        keys = List.copyOf(keys);
    }

    /** An index of documents of all values, for as long as they are there. */
    public static IndexType of(String... keys) {
        return new IndexType(List.of(keys), false, false, -1);
    }

    /** This one, with each value once. */
    public IndexType onlyUnique() {
        return new IndexType(keys, true, sparse, expireAfterSeconds);
    }

    /** This one, of the documents that have the fields. */
    public IndexType onlyPresent() {
        return new IndexType(keys, unique, true, expireAfterSeconds);
    }

    /** This one, which lets documents expire. */
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

    /** Whether it holds documents of all values for as long as they are there: it does the same with more keys behind its own. */
    public boolean isPlain() {
        return !unique && !sparse && expireAfterSeconds < 0;
    }
}
