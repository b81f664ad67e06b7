// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import dev.ligature.DocumentReadException;
import dev.ligature.spi.bson.BsonSource;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * How the documents of a reply are read. If a document cannot be read, the command fails after everything that comes
 * before it, or a value stands for the failure.
 *
 * @param result the class of what is made from a document
 * @param reader reads one; null to take it as it is stored
 * @param damaged creates the value that stands for one that cannot be read; null for the error
 */
public record Results<X>(
        Class<X> result,
        @Nullable Function<BsonSource, X> reader,
        @Nullable BiFunction<DocumentReadException, RawBsonDocument, X> damaged) {
    /** Documents as they are stored. */
    public static final Results<BsonDocument> STORED = new Results<>(BsonDocument.class, null, null);
    /** Documents as they are stored, each as the bytes of the reply. */
    public static final Results<RawBsonDocument> RAW = new Results<>(RawBsonDocument.class, null, null);

    /** What a reader makes of each document. */
    public static <X> Results<X> of(Class<X> result, Function<BsonSource, X> reader) {
        return new Results<>(result, reader, null);
    }
}
