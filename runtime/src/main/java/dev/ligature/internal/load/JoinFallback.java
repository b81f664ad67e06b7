// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import com.mongodb.MongoException;
import dev.ligature.LigatureException;
import dev.ligature.OperationException;
import dev.ligature.internal.driver.SessionContext;
import dev.ligature.spi.DocumentType;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Goes on in batches if a root with its joined links has exceeded what one document may have. Remembers what has been
 * emitted before, so that nothing comes twice. For one subscription.
 *
 * @param <T> the document, or what a projection keeps of it
 */
final class JoinFallback<T> {
    /** The most ids that are remembered: about 10 MB. */
    private static final int REMEMBERED = 100_000;
    /** BSONObjectTooLarge, of a result, and the error of {@code $lookup} itself. */
    private static final Set<Integer> TOO_LARGE = Set.of(10334, 4568);

    private final DocumentType<?> type;
    private final Function<? super T, ? extends @Nullable Object> idOf;
    private final int limit;
    private final Set<Object> given = new HashSet<>();
    private long documents;

    /**
     * @param type of the roots
     * @param idOf the id of a root
     * @param limit of the query, 0 for none
     */
    JoinFallback(DocumentType<?> type, Function<? super T, ? extends @Nullable Object> idOf, int limit) {
        this.type = type;
        this.idOf = idOf;
        this.limit = limit;
    }

    /**
     * The documents of a query by joins and, after a failure because of size, the rest of them by batches. Not within a
     * transaction, which the server has aborted by then.
     */
    Flux<T> apply(Flux<T> byJoins, Supplier<Flux<T>> byBatches) {
        return Flux.deferContextual(context -> byJoins.doOnNext(this::remember)
                .onErrorResume(
                        JoinFallback::isTooLarge,
                        failure -> SessionContext.transaction(context) == null && documents == given.size()
                                ? rest(byBatches.get())
                                : Flux.error(tooLarge(failure))));
    }

    private Flux<T> rest(Flux<T> byBatches) {
        Flux<T> rest = byBatches.filter(document -> !given.contains(idOf.apply(document)));
        return limit == 0 ? rest : rest.take(limit - documents);
    }

    private LigatureException tooLarge(Throwable failure) {
        return new LigatureException(
                type + ": after " + documents + " documents, one exceeds with its joined links the 16 MB of a"
                        + " document. Use FetchStrategy.BATCH.",
                failure);
    }

    private void remember(T document) {
        documents++;
        Object id = idOf.apply(document);
        if (id != null && given.size() < REMEMBERED) {
            given.add(id);
        }
    }

    private static boolean isTooLarge(Throwable failure) {
        return failure instanceof OperationException
                && failure.getCause() instanceof MongoException cause
                && TOO_LARGE.contains(cause.getCode());
    }
}
