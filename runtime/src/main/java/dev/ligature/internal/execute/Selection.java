package dev.ligature.internal.execute;

import dev.ligature.spi.BsonSource;
import java.util.function.Function;
import org.bson.BsonDocument;

/**
 * A part of the documents of a query.
 *
 * @param projection what a find sends of each
 * @param stage the same for the {@code $project} of an aggregation
 * @param result the class of what is made of it
 * @param decoder reads what the server sends
 */
public record Selection<X>(
        BsonDocument projection, BsonDocument stage, Class<X> result, Function<BsonSource, X> decoder) {
    /** A selection that is said in one way. */
    public static <X> Selection<X> of(BsonDocument projection, Class<X> result, Function<BsonSource, X> decoder) {
        return new Selection<>(projection, projection, result, decoder);
    }
}
