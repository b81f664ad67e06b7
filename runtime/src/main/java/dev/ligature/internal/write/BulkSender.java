package dev.ligature.internal.write;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.ligature.LigatureException;
import dev.ligature.OperationException;
import dev.ligature.WrittenDocument;
import dev.ligature.internal.execute.Commands;
import dev.ligature.internal.execute.DocumentSource;
import dev.ligature.internal.execute.Failures;
import dev.ligature.internal.execute.SessionContext;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends bulks, one after the other. When one fails, the error says what has been written before, which keeps its versions; all else
 * takes back those with which it was read. Good for one run.
 */
final class BulkSender {
    private static final BulkWriteOptions IN_ORDER = new BulkWriteOptions();
    private static final int DUPLICATE_KEY = 11000;

    private final DocumentSource source;
    private final List<Bulk> bulks;
    private final boolean inTransaction;
    private final Set<WriteGraph.Entry> written = new LinkedHashSet<>();

    /** @param inTransaction whether a failure undoes what was written before */
    BulkSender(DocumentSource source, List<Bulk> bulks, boolean inTransaction) {
        this.source = source;
        this.bulks = bulks;
        this.inTransaction = inTransaction;
    }

    /**
     * How a bulk went.
     *
     * @param matched how many of the stored documents had the id and version that were asked for
     */
    private record Answer(
            Bulk.Progress progress, long matched, @Nullable OperationException failure) {
        /** Whether the server stopped at a document because there is one with its id, or with another unique value. */
        boolean isDuplicate() {
            return failure != null
                    && failure.getCause() instanceof MongoBulkWriteException bulkFailure
                    && bulkFailure.getWriteErrors().stream().anyMatch(error -> error.getCode() == DUPLICATE_KEY);
        }
    }

    /** Sends all of them. */
    Mono<Void> send() {
        return Flux.fromIterable(bulks).concatMap(this::send).then().doOnError(failure -> takeVersionsBack());
    }

    private void takeVersionsBack() {
        for (Bulk bulk : bulks) {
            for (WriteGraph.Entry entry : bulk.entries()) {
                if (!written.contains(entry)) {
                    WriteGraph.takeVersionBack(entry);
                }
            }
        }
    }

    private Mono<Void> send(Bulk bulk) {
        MongoCollection<RawBsonDocument> collection = source.collection(bulk.type(), RawBsonDocument.class);
        return Commands.on(collection, commands -> commands.bulkWrite(bulk.models(), IN_ORDER))
                .onErrorMap(Failures.of(bulk.type(), "write"))
                .next()
                .map(result -> new Answer(new Bulk.Progress(bulk.size(), Set.of()), result.getMatchedCount(), null))
                .onErrorResume(OperationException.class, failure -> partial(bulk, failure))
                .flatMap(answer -> settle(bulk, answer));
    }

    /** What a bulk that failed has come to, as far as the server says. */
    private Mono<Answer> partial(Bulk bulk, OperationException failure) {
        if (failure.getCause() instanceof MongoBulkWriteException partial) {
            return Mono.just(
                    new Answer(progress(bulk, partial), partial.getWriteResult().getMatchedCount(), failure));
        }
        return Mono.error(named(
                failure,
                mayHaveBeenSent(failure.getCause())
                        ? " Whether this command has written its " + bulk.size() + " " + bulk.type() + " is not known."
                        : ""));
    }

    /** Without refused models all were written, if not as safely as was asked for. Some servers do not stop at the first. */
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

    private static boolean mayHaveBeenSent(@Nullable Throwable cause) {
        return cause instanceof MongoException
                && (!(cause instanceof MongoTimeoutException) || cause instanceof MongoOperationTimeoutException);
    }

    /** An error has ended the transaction, if there was one: what somebody else has written is seen outside of it only. */
    private Mono<Void> settle(Bulk bulk, Answer answer) {
        long unmatched = bulk.required(answer.progress) - answer.matched;
        if (unmatched <= 0 && !(answer.isDuplicate() && bulk.refusedVersions(answer.progress))) {
            return conclude(bulk, answer, new VersionCheck.Findings(bulk.type()));
        }
        return new VersionCheck(source, bulk.type())
                .findings(bulk, answer.progress, unmatched)
                .contextWrite(context -> answer.failure == null ? context : SessionContext.outside(context))
                .onErrorMap(OperationException.class, failure -> named(failure, ""))
                .flatMap(findings -> conclude(bulk, answer, findings));
    }

    private Mono<Void> conclude(Bulk bulk, Answer answer, VersionCheck.Findings findings) {
        for (int position = 0; position < bulk.size(); position++) {
            if (answer.progress.took(position) && !findings.concern(position)) {
                written.add(bulk.entries().get(position));
            }
        }
        OperationException failed = answer.failure;
        LigatureException failure = findings.failure(failed == null ? null : failed.getCause(), named());
        if (failure == null && failed != null) {
            failure = named(failed, "");
        }
        return failure == null ? Mono.empty() : Mono.error(failure);
    }

    private OperationException named(OperationException failure, String more) {
        return new OperationException(
                Objects.requireNonNull(failure.getMessage()).stripTrailing() + more,
                Objects.requireNonNull(failure.getCause()),
                named());
    }

    private List<WrittenDocument> named() {
        return inTransaction
                ? List.of()
                : written.stream()
                        .map(entry -> new WrittenDocument(
                                entry.type().toString(), Objects.requireNonNull(entry.codec.idOf(entry.document()))))
                        .toList();
    }
}
