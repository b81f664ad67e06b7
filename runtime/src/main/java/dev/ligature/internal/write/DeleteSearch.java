// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.annotation.OnDelete;
import dev.ligature.internal.driver.Chunks;
import dev.ligature.internal.load.DocumentSource;
import dev.ligature.internal.plan.Match;
import dev.ligature.internal.stored.StoredId;
import dev.ligature.internal.stored.StoredWay;
import dev.ligature.internal.write.DeleteGraph.Entry;
import dev.ligature.internal.write.DeleteGraph.State;
import dev.ligature.query.DeleteRule;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds out what a delete takes with it: the targets of links if the rule says so, level by level, and what refers by a
 * link whose back link says {@code CASCADE}. Each document is read once, and each level of a collection with one
 * command, so cycles end. For one run.
 */
final class DeleteSearch {
    private final DocumentSource source;
    private final DocumentType<?> root;
    private final DeleteRule rule;
    private final boolean countsTargets;
    private final DeleteGraph graph = new DeleteGraph();
    /** What links lead to and was not read. */
    private Map<DocumentType<?>, List<Entry>> unread = new LinkedHashMap<>();
    /** Linked documents whose fate is undecided. */
    private List<Entry> undecided = new ArrayList<>();
    /** Documents to be deleted whose referrers have not been looked for. */
    private List<Entry> uncascaded = new ArrayList<>();

    /**
     * A search.
     *
     * @param countsTargets whether it matters which of the links dangle, as it does in a preview
     */
    DeleteSearch(DocumentSource source, DocumentType<?> root, DeleteRule rule, boolean countsTargets) {
        this.source = source;
        this.root = root;
        this.rule = rule;
        this.countsTargets = countsTargets;
    }

    /** Starts from the documents that match. */
    Mono<DeleteGraph> from(Match match) {
        return source.database()
                .stored(match.command(root, StoredLinks.projection(root.root())))
                .map(stored -> graph.add(root, stored))
                .doOnNext(entry -> {
                    graph.doomRoot(entry);
                    cascadeLater(entry);
                })
                .collectList() // all of them first: one to which another links is not read again
                .doOnNext(roots -> {
                    if (rule != DeleteRule.DO_NOTHING) {
                        roots.forEach(each -> follow(each, null));
                    }
                })
                .thenMany(Mono.defer(this::advance).repeat(this::isUnfinished))
                .then(Mono.just(graph));
    }

    private boolean isUnfinished() {
        return !unread.isEmpty() || !undecided.isEmpty() || !uncascaded.isEmpty();
    }

    /**
     * One step. Linked documents are decided on last, because what refers to a deleted one by CASCADE is deleted too
     * and keeps nothing. (What refers in this way to a linked document keeps it, so no decision has to be made twice.)
     */
    private Mono<Void> advance() {
        if (!unread.isEmpty()) {
            return readTargets();
        }
        return uncascaded.isEmpty() ? decide() : cascade();
    }

    private record Step(Entry entry, @Nullable Entry from) {}

    /** Goes on to what a document links to, from one that links to it. */
    private void follow(Entry start, @Nullable Entry from) {
        Deque<Step> path = new ArrayDeque<>(List.of(new Step(start, from)));
        while (!path.isEmpty()) {
            Step step = path.pop();
            Entry entry = step.entry;
            if (!entry.follow(step.from)) {
                continue;
            }
            if (entry.state() == State.FOUND) {
                entry.become(State.LINKED);
                undecided.add(entry);
            }
            for (StoredLinks.Link link : entry.links()) {
                Entry target = graph.target(link);
                if (target.state() != State.UNREAD) {
                    if (target.isOf(link.type().target())) { // otherwise the link dangles
                        path.push(new Step(target, entry));
                    }
                } else if (target.ask(entry, link.type().target())) {
                    unread.computeIfAbsent(link.type().target(), key -> new ArrayList<>())
                            .add(target);
                }
            }
        }
    }

    private Mono<Void> readTargets() {
        Map<DocumentType<?>, List<Entry>> level = unread;
        unread = new LinkedHashMap<>();
        return Flux.fromIterable(level.entrySet())
                .concatMap(asked -> read(asked.getKey(), asked.getValue()))
                .collectList()
                .doOnNext(read -> read.forEach(some -> some.forEach(entry -> follow(entry, entry.followedFrom()))))
                .then();
    }

    /** If a document leads nowhere, has no rules and can be of one type only, the id is all that a delete needs. */
    private Mono<List<Entry>> read(DocumentType<?> type, List<Entry> asked) {
        if (countsTargets
                || type.discriminator() != null
                || !StoredLinks.of(type).isEmpty()
                || BackLinkRules.areDeclared(type)) {
            return documents(type, ids(asked), StoredLinks::withIds).collectList();
        }
        asked.forEach(entry -> entry.become(State.FOUND));
        return Mono.just(asked);
    }

    /** The documents that match a filter by ids, with their links. */
    private Flux<Entry> documents(
            DocumentType<?> type, Collection<BsonValue> ids, Function<List<BsonValue>, BsonDocument> filter) {
        return Flux.fromIterable(ids)
                .buffer(Chunks.IDS_PER_CHANGE)
                .concatMap(some -> source.database()
                        .stored(Match.of(filter.apply(some)).command(type, StoredLinks.projection(type.root()))))
                .map(stored -> graph.add(type, stored));
    }

    /** The ids and some links of documents, read by one command. */
    static Flux<BsonDocument> find(
            DocumentSource source, DocumentType<?> type, BsonDocument filter, List<LinkType> links) {
        return source.database().stored(Match.of(filter).command(type, StoredLinks.projection(links)));
    }

    /** Decides on the linked documents. */
    private Mono<Void> decide() {
        List<Entry> linked = undecided;
        undecided = new ArrayList<>();
        Mono<Void> keeping = rule == DeleteRule.DELETE_ORPHANS ? keepReferred(linked) : Mono.empty();
        return keeping.then(Mono.fromRunnable(() -> linked.stream()
                .filter(entry -> entry.state() == State.LINKED)
                .forEach(entry -> {
                    graph.doom(entry);
                    cascadeLater(entry);
                })));
    }

    private void cascadeLater(Entry entry) {
        if (entry.mayCascade()) {
            uncascaded.add(entry);
        }
    }

    /** Looks for links from documents that are neither deleted nor undecided. */
    private Mono<Void> keepReferred(List<Entry> linked) {
        List<LinkType> links = StoredLinks.reachable(root);
        return Flux.fromIterable(byType(linked).entrySet())
                .concatMap(candidates -> Flux.fromIterable(links)
                        .filter(link -> link.target()
                                .collection()
                                .equals(candidates.getKey().collection()))
                        .concatMap(link -> referrers(link, ids(candidates.getValue()))
                                .doOnNext(referrer -> keepTargets(referrer, link, candidates.getKey()))))
                .then();
    }

    /** The documents that refer to some ids, and perhaps others: if links are in a map, all that have such a map. */
    private Flux<BsonDocument> referrers(LinkType link, List<BsonValue> ids) {
        return StoredWay.hasPath(link)
                ? Flux.fromIterable(ids)
                        .buffer(Chunks.IDS_PER_CHANGE)
                        .concatMap(some -> find(source, link.owner(), StoredLinks.referring(link, some), List.of(link)))
                : find(source, link.owner(), StoredLinks.storing(link), List.of(link));
    }

    private void keepTargets(BsonDocument referrer, LinkType link, DocumentType<?> type) {
        StoredId id = StoredId.ofDocument(referrer);
        Entry entry = graph.find(link.owner(), id);
        if (graph.isDoomed(link.owner().collection(), id) || (entry != null && entry.state() == State.LINKED)) {
            return;
        }
        for (StoredLinks.Link each : StoredLinks.read(referrer, List.of(link))) {
            Entry target = graph.find(type, each.id());
            if (target != null && target.isOf(link.target())) { // otherwise the link dangles
                keep(target);
            }
        }
    }

    /** A document that is kept keeps what it links to. */
    private void keep(Entry from) {
        Deque<Entry> path = new ArrayDeque<>(List.of(from));
        while (!path.isEmpty()) {
            Entry entry = path.pop();
            if (entry.state() == State.LINKED) {
                entry.become(State.KEPT);
                for (StoredLinks.Link link : entry.links()) {
                    Entry known = graph.find(link);
                    if (known != null && known.isOf(link.type().target())) {
                        path.push(known);
                    }
                }
            }
        }
    }

    /** Looks for what refers, by a link whose back link says CASCADE, to documents to be deleted. */
    private Mono<Void> cascade() {
        List<Entry> entries = uncascaded;
        uncascaded = new ArrayList<>();
        return Flux.fromIterable(byType(entries).entrySet())
                .concatMap(deleted -> Flux.fromIterable(deleted.getKey().links())
                        .filter(link -> link.isBackLink() && link.onDelete() == OnDelete.CASCADE)
                        .concatMap(link -> documents(
                                        link.target(),
                                        ids(deleted.getValue().stream()
                                                .filter(entry -> entry.has(link))
                                                .toList()),
                                        some -> StoredLinks.referring(link.mirror(), some))
                                .doOnNext(referrer -> cascade(referrer, link.mirror()))))
                .then();
    }

    private void cascade(Entry referrer, LinkType link) {
        if (referrer.state() != State.DOOMED) {
            graph.doomReferrer(referrer, deletedTarget(referrer, link));
            cascadeLater(referrer);
        }
    }

    private @Nullable Entry deletedTarget(Entry referrer, LinkType type) {
        for (StoredLinks.Link link : referrer.links()) {
            Entry known = link.type().isStoredAs(type) ? graph.find(link) : null;
            if (known != null && known.state() == State.DOOMED && known != referrer) {
                return known;
            }
        }
        return null;
    }

    private static Map<DocumentType<?>, List<Entry>> byType(List<Entry> entries) {
        return entries.stream().collect(Collectors.groupingBy(Entry::type, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<BsonValue> ids(List<Entry> entries) {
        return entries.stream().map(entry -> entry.id().value()).toList();
    }
}
