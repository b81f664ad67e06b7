// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import dev.ligature.DuplicateKeyException;
import dev.ligature.LigatureException;
import dev.ligature.OperationException;
import dev.ligature.WrittenDocument;
import dev.ligature.internal.driver.Failures;
import dev.ligature.internal.driver.SessionContext;
import dev.ligature.internal.driver.Together;
import dev.ligature.internal.load.DocumentSource;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends bulks, step by step. If one fails, the others of its step end first, and the error says what has been written.
 * What has been written keeps its versions; everything else gets back those with which it was read. For one run.
 */
final class BulkSender {
    private final DocumentSource source;
    private final List<List<Bulk>> steps;
    private final boolean inTransaction;

    /** @param inTransaction whether a failure undoes what was written before */
    BulkSender(DocumentSource source, List<List<Bulk>> steps, boolean inTransaction) {
        this.source = source;
        this.steps = steps;
        this.inTransaction = inTransaction;
    }

    /**
     * What the server says about a bulk.
     *
     * @param matched how many of the stored documents had the expected id and version
     */
    private record Answer(
            Bulk.Progress progress, long matched, @Nullable OperationException failure) {
        /**
         * Whether the server stopped because another document has the id, or another unique value, of the one to be
         * written.
         */
        boolean isDuplicate() {
            return failure instanceof DuplicateKeyException;
        }
    }

    /**
     * What has gone wrong with a bulk.
     *
     * @param findings which documents were not there as they were read
     * @param failure what the server has said; null if it has said nothing
     */
    private record Trouble(
            VersionCheck.Findings findings, @Nullable OperationException failure) {
        LigatureException error(List<WrittenDocument> written) {
            LigatureException found = findings.failure(failure == null ? null : failure.getCause(), written);
            return found != null ? found : withWritten(Objects.requireNonNull(failure), written);
        }

        private static OperationException withWritten(OperationException failure, List<WrittenDocument> written) {
            return Failures.retold(
                    failure, Objects.requireNonNull(failure.getMessage()).stripTrailing(), written);
        }
    }

    /** Sends all of them. */
    Mono<Void> send() {
        return Flux.fromIterable(steps).concatMap(this::sendTogether).then().doOnError(failure -> takeVersionsBack());
    }

    private void takeVersionsBack() {
        entries().filter(entry -> !entry.isWritten()).forEach(WriteGraph.Entry::takeVersionBack);
    }

    private Stream<WriteGraph.Entry> entries() {
        return steps.stream().flatMap(List::stream).flatMap(bulk -> bulk.entries().stream());
    }

    /** The first trouble becomes the error, once it is known for each bulk what was written. */
    private Mono<Void> sendTogether(List<Bulk> step) {
        return Together.settle(step, this::send, trouble -> true)
                .flatMap(troubles -> troubles.isEmpty()
                        ? Mono.empty()
                        : Mono.error(troubles.get(0).error(named())));
    }

    private Mono<Trouble> send(Bulk bulk) {
        return source.database()
                .bulkWrite(bulk.type(), "write", bulk.models())
                .map(result -> new Answer(new Bulk.Progress(bulk.size(), Set.of()), result.getMatchedCount(), null))
                .onErrorResume(OperationException.class, failure -> partial(bulk, failure))
                .flatMap(answer -> settle(bulk, answer))
                .onErrorResume(
                        OperationException.class,
                        failure -> Mono.just(new Trouble(new VersionCheck.Findings(bulk.type()), failure)));
    }

    /** The outcome of a bulk that failed, as far as the server says. */
    private static Mono<Answer> partial(Bulk bulk, OperationException failure) {
        if (failure.getCause() instanceof MongoBulkWriteException partial) {
            return Mono.just(
                    new Answer(progress(bulk, partial), partial.getWriteResult().getMatchedCount(), failure));
        }
        Throwable cause = Objects.requireNonNull(failure.getCause());
        return Mono.error(
                mayHaveBeenSent(cause)
                        ? new OperationException(
                                failure.getMessage() + " It is not known whether this command has written its "
                                        + bulk.size() + " " + bulk.type() + ".",
                                cause)
                        : failure);
    }

    /**
     * If no model was refused, all were written, though perhaps not as safely as requested. Some servers do not stop at
     * the first refusal.
     */
    private static Bulk.Progress progress(Bulk bulk, MongoBulkWriteException partial) {
        Set<Integer> refused = partial.getWriteErrors().stream()
                .map(BulkWriteError::getIndex)
                .collect(Collectors.toCollection(TreeSet::new));
        BulkWriteResult result = partial.getWriteResult();
        int written = result.getInsertedCount()
                + result.getMatchedCount()
                + result.getUpserts().size();
        int first = refused.isEmpty() ? bulk.size() : Collections.min(refused);
        return new Bulk.Progress(written > first ? bulk.size() : first, refused);
    }

    private static boolean mayHaveBeenSent(Throwable cause) {
        return cause instanceof MongoException
                && (!(cause instanceof MongoTimeoutException) || cause instanceof MongoOperationTimeoutException);
    }

    /**
     * An error has ended the transaction, if there was one: what somebody else has written can be seen only outside of
     * it.
     */
    private Mono<Trouble> settle(Bulk bulk, Answer answer) {
        long unmatched = bulk.required(answer.progress) - answer.matched;
        if (unmatched <= 0 && !(answer.isDuplicate() && bulk.refusedVersions(answer.progress))) {
            return conclude(bulk, answer, new VersionCheck.Findings(bulk.type()));
        }
        return new VersionCheck(source, bulk.type())
                .findings(bulk, answer.progress, unmatched)
                .contextWrite(context -> answer.failure == null ? context : SessionContext.outside(context))
                .flatMap(findings -> conclude(bulk, answer, findings));
    }

    private static Mono<Trouble> conclude(Bulk bulk, Answer answer, VersionCheck.Findings findings) {
        for (int position = 0; position < bulk.size(); position++) {
            if (answer.progress.took(position) && !findings.concern(position)) {
                bulk.entries().get(position).becomeWritten();
            }
        }
        return answer.failure == null && findings.isEmpty()
                ? Mono.empty()
                : Mono.just(new Trouble(findings, answer.failure));
    }

    private List<WrittenDocument> named() {
        return inTransaction
                ? List.of()
                : entries()
                        .filter(WriteGraph.Entry::isWritten)
                        .map(entry -> new WrittenDocument(
                                entry.ownType().toString(),
                                Objects.requireNonNull(entry.codec().idOf(entry.document()))))
                        .toList();
    }
}
