// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * A unique index refused a document because another document has the same values, or the same id. The index, its fields
 * and the values come from the server's reply, as far as there is only one way to read it. MongoDB names all three.
 * Some compatible servers name only the index. Then the fields are known if the document declares the index, and the
 * values are not known.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/core/index-unique/">Unique indexes</a>
 */
public final class DuplicateKeyException extends OperationException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String index;
    private final transient @Nullable List<String> fields;
    private final transient @Nullable BsonDocument values;

    /**
     * @param index null if the server does not name it
     * @param fields empty if they are not known
     * @param values empty if they are not known
     */
    public DuplicateKeyException(
            String message,
            Throwable cause,
            @Nullable String index,
            List<String> fields,
            BsonDocument values,
            List<WrittenDocument> written) {
        super(message, cause, written);
        this.index = index;
        this.fields = List.copyOf(fields);
        this.values = values.clone();
    }

    /** Returns the name of the index, such as {@code name_1} or {@code _id_}; null if the server does not give it. */
    public @Nullable String index() {
        return index;
    }

    /** Returns the stored fields of the index, in its order; empty if they are not known. */
    public List<String> fields() {
        return fields == null ? List.of() : fields; // null after it was serialized
    }

    /** Returns the values that another document has, by their fields; empty if the server does not give them. */
    public BsonDocument values() {
        return values == null ? new BsonDocument() : values.clone();
    }
}
