// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.ligature.internal.driver.Chunks;
import dev.ligature.internal.load.DocumentSource;
import dev.ligature.internal.stored.StoredForm;
import dev.ligature.internal.write.LinkScan.Stored;
import dev.ligature.query.RestoreResult;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import reactor.core.publisher.Mono;

/**
 * Rewrites links that are stored in the other form into the declared one, with one command for each window of a scan
 * that found some. Each entry is set at its place, by an update that applies only if every entry that it sets is still
 * what was read. So nothing that others write at the same time is overwritten; other entries may change. A link means
 * the same in both forms, so if it stops half-way, nothing has to be undone.
 */
public final class LinkRestore {
    /** How often a document is read and rewritten if others change it at the same time. */
    private static final int ATTEMPTS = 3;

    private static final BsonDocument IS_MISSING = new BsonDocument("$exists", BsonBoolean.FALSE);

    private final DocumentSource source;
    private final LinkScan scan;

    public LinkRestore(DocumentSource source) {
        this.source = source;
        this.scan = new LinkScan(source);
    }

    /** Rewrites the links of all documents. */
    public Mono<RestoreResult> restore(LinkType link) {
        StoredForm form = form(link);
        return source.timeLimit()
                .whole(scan.windowsById(List.of(link))
                        .concatMap(
                                window -> rewrite(form, inOtherForm(form, window), 1)
                                        .map(done -> looked(
                                                form,
                                                window,
                                                done.restored(),
                                                done.contended() + withoutPath(form, window))),
                                0)
                        .reduce(RestoreResult.NOTHING, RestoreResult::plus));
    }

    /** What {@link #restore} would do. Reads only. */
    public Mono<RestoreResult> plan(LinkType link) {
        StoredForm form = form(link);
        return source.timeLimit()
                .whole(scan.windowsById(List.of(link))
                        .map(window ->
                                looked(form, window, inOtherForm(form, window).size(), withoutPath(form, window)))
                        .reduce(RestoreResult.NOTHING, RestoreResult::plus));
    }

    private StoredForm form(LinkType link) {
        return new StoredForm(link, source.database().name());
    }

    private static RestoreResult looked(StoredForm form, List<List<Stored>> window, long restored, long contended) {
        return new RestoreResult(
                window.size(),
                restored,
                count(window, form, StoredForm.Kind.FOREIGN),
                count(window, form, StoredForm.Kind.WITHOUT_ID),
                contended);
    }

    private static long count(List<List<Stored>> window, StoredForm form, StoredForm.Kind kind) {
        return window.stream()
                .filter(ofDocument -> ofDocument.stream().anyMatch(each -> form.of(each.value()) == kind))
                .count();
    }

    /** For each document that has some, the links to be rewritten. */
    private static List<List<Stored>> inOtherForm(StoredForm form, List<List<Stored>> window) {
        return window.stream()
                .map(ofDocument -> ofDocument.stream()
                        .filter(each -> isOther(form, each) && each.member().hasPath())
                        .toList())
                .filter(links -> !links.isEmpty())
                .toList();
    }

    /** How many documents hold such links at keys that no update can name. */
    private static long withoutPath(StoredForm form, List<List<Stored>> window) {
        return window.stream()
                .filter(ofDocument -> ofDocument.stream()
                        .anyMatch(each -> isOther(form, each) && !each.member().hasPath()))
                .count();
    }

    private static boolean isOther(StoredForm form, Stored each) {
        return form.of(each.value()) == StoredForm.Kind.OTHER;
    }

    /** Numbers of documents. */
    private record Done(long restored, long contended) {}

    private Mono<Done> rewrite(StoredForm form, List<List<Stored>> documents, int attempt) {
        if (documents.isEmpty()) {
            return Mono.just(new Done(0, 0));
        }
        List<WriteModel<RawBsonDocument>> updates = new ArrayList<>();
        for (List<Stored> links : documents) {
            for (int from = 0; from < links.size(); from += Chunks.IDS_PER_CHANGE) {
                updates.add(update(form, links.subList(from, Math.min(links.size(), from + Chunks.IDS_PER_CHANGE))));
            }
        }
        return LinkUpdates.send(source, form.link().owner(), updates).flatMap(result -> {
            if (result.getMatchedCount() == updates.size()) {
                return Mono.just(new Done(documents.size(), 0));
            }
            long restored = Math.min(result.getMatchedCount(), documents.size());
            return again(form, documents)
                    .flatMap(left -> attempt == ATTEMPTS
                            ? Mono.just(new Done(restored, left.size()))
                            : rewrite(form, left, attempt + 1)
                                    .map(then -> new Done(restored + then.restored(), then.contended())));
        });
    }

    /** For those of the documents that were not rewritten, the links to be rewritten, as the documents are now. */
    private Mono<List<List<Stored>>> again(StoredForm form, List<List<Stored>> documents) {
        Map<BsonValue, List<Stored>> sent = documents.stream()
                .collect(Collectors.toMap(links -> links.get(0).documentId(), Function.identity()));
        return scan.of(List.of(form.link()), List.copyOf(sent.keySet()))
                .filter(now -> !now.isEmpty()
                        && !isRewritten(form, sent.getOrDefault(now.get(0).documentId(), List.of()), now))
                .collectList()
                .map(open -> inOtherForm(form, open));
    }

    private static boolean isRewritten(StoredForm form, List<Stored> sent, List<Stored> now) {
        Map<String, BsonValue> values = now.stream()
                .filter(each -> each.member().hasPath())
                .collect(Collectors.toMap(Stored::path, Stored::value));
        return sent.stream().allMatch(each -> form.declared(each.value()).equals(values.get(each.path())));
    }

    private static WriteModel<RawBsonDocument> update(StoredForm form, List<Stored> links) {
        BsonDocument filter = new BsonDocument("_id", links.get(0).documentId());
        BsonDocument set = new BsonDocument();
        for (Stored each : links) {
            filter.append(each.path(), new BsonDocument("$eq", each.value()));
            if (!each.listed()) {
                filter.append(each.path() + ".0", IS_MISSING); // what equals an entry of a list is not the member
            }
            set.append(each.path(), form.declared(each.value()));
        }
        return new UpdateOneModel<>(filter, LinkUpdates.versioned(form.link(), new BsonDocument("$set", set)));
    }
}
