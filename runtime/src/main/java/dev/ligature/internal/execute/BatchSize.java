package dev.ligature.internal.execute;

import com.mongodb.reactivestreams.client.AggregatePublisher;
import com.mongodb.reactivestreams.client.FindPublisher;
import java.util.function.IntConsumer;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * How many documents each reply to a cursor brings.
 *
 * @param documents a number that does not change; 0 for none
 * @param isAhead whether replies may bring more than is demanded, where no number is given
 */
record BatchSize(int documents, boolean isAhead) {
    /** As many as are demanded: for whoever reads in windows. */
    static final BatchSize DEMANDED = new BatchSize(0, false);

    /** A number of them, or what is read ahead of demand where it is 0. */
    static BatchSize orAhead(int documents) {
        return new BatchSize(documents, true);
    }

    /** A number of them, or what is demanded where it is 0. */
    static BatchSize orDemanded(int documents) {
        return new BatchSize(documents, false);
    }

    /** Reads a cursor of the driver's by replies of this size. */
    <R> Flux<R> read(Publisher<R> cursor) {
        if (documents > 0) {
            setter(cursor).accept(documents);
        }
        return documents == 0 && isAhead
                ? new DriverFlux<>(cursor, new ReadAhead(setter(cursor)))
                : new DriverFlux<>(cursor);
    }

    private static IntConsumer setter(Publisher<?> cursor) {
        if (cursor instanceof FindPublisher<?> find) {
            return find::batchSize;
        }
        return cursor instanceof AggregatePublisher<?> aggregate ? aggregate::batchSize : size -> {};
    }
}
