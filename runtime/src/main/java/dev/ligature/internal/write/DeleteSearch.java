package dev.ligature.internal.write;

import dev.ligature.annotation.OnDelete;
import dev.ligature.internal.StoredId;
import dev.ligature.internal.execute.DocumentSource;
import dev.ligature.internal.plan.Match;
import dev.ligature.internal.write.DeleteGraph.Entry;
import dev.ligature.internal.write.DeleteGraph.State;
import dev.ligature.repository.DeleteRule;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
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
 * Finds out what a delete takes with it: the targets of links where the rule says so, level by level, and what refers by a link
 * whose back link says {@code CASCADE}. Each document is read once and each level of a collection by one command, so cycles end. Good
 * for one run.
 */
final class DeleteSearch {
    private final DocumentSource source;
    private final DocumentType<?> root;
    private final DeleteRule rule;
    private final boolean countsTargets;
    private final DeleteGraph graph = new DeleteGraph();
    /** The documents that were asked for, and those whose links led there first. */
    private final Map<DocumentType<?>, Map<StoredId, Entry>> asked = new HashMap<>();

    private Map<DocumentType<?>, List<BsonValue>> unread = new LinkedHashMap<>();
    /** Linked documents whose fate is open. */
    private List<Entry> undecided = new ArrayList<>();
    /** Documents to be deleted whose referrers were not looked for. */
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
        return source.stored(root, match, StoredLinks.projection(StoredLinks.of(root)))
                .map(stored -> graph.add(root, stored))
                .doOnNext(entry -> {
                    graph.doomRoot(entry);
                    uncascaded.add(entry);
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
     * One step. Linked documents are decided on last: what refers to a deleted one by CASCADE is deleted too and keeps nothing. (What
     * refers so to a linked one keeps that; so no decision has to be taken again.)
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
            for (DeleteGraph.Target target : entry.targets()) {
                DocumentType<?> type = target.link().target();
                Entry known = graph.find(target);
                if (known != null) {
                    path.push(new Step(known, entry));
                } else if (asked.computeIfAbsent(type, key -> new HashMap<>())
                                .putIfAbsent(target.value().id(), entry)
                        == null) {
                    unread.computeIfAbsent(type, key -> new ArrayList<>())
                            .add(target.value().id().value());
                }
            }
        }
    }

    private Mono<Void> readTargets() {
        Map<DocumentType<?>, List<BsonValue>> level = unread;
        unread = new LinkedHashMap<>();
        return Flux.fromIterable(level.entrySet())
                .concatMap(wanted -> targets(wanted.getKey(), wanted.getValue()))
                .collectList()
                .doOnNext(read -> read.forEach(entry ->
                        follow(entry, asked.getOrDefault(entry.type(), Map.of()).get(entry.id()))))
                .then();
    }

    /** Of a document that leads nowhere and has no rules the id says all that a delete needs. */
    private Flux<Entry> targets(DocumentType<?> type, List<BsonValue> ids) {
        if (countsTargets || !StoredLinks.of(type).isEmpty() || BackLinkRules.areDeclared(type)) {
            return documents(type, ids, StoredLinks::withIds);
        }
        return Flux.fromIterable(ids).map(id -> graph.add(type, new BsonDocument("_id", id)));
    }

    /** The documents of which a filter by some ids is true, with their links. */
    private Flux<Entry> documents(
            DocumentType<?> type, Collection<BsonValue> ids, Function<List<BsonValue>, BsonDocument> filter) {
        return Flux.fromIterable(ids)
                .buffer(StoredLinks.IDS_PER_COMMAND)
                .concatMap(some -> find(source, type, filter.apply(some), StoredLinks.of(type)))
                .map(stored -> graph.add(type, stored));
    }

    /** The ids and some links of documents, read by one command. */
    static Flux<BsonDocument> find(
            DocumentSource source, DocumentType<?> type, BsonDocument filter, List<LinkType> links) {
        Match match = new Match(filter, List.of(), new BsonDocument(), List.of());
        return source.stored(type, match, StoredLinks.projection(links));
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
                    uncascaded.add(entry);
                })));
    }

    /** Looks for links from documents that are neither deleted nor in question. */
    private Mono<Void> keepReferred(List<Entry> linked) {
        List<LinkType> links = StoredLinks.reachable(root);
        return Flux.fromIterable(byType(linked).entrySet())
                .concatMap(candidates -> Flux.fromIterable(links)
                        .filter(link -> link.target()
                                .collection()
                                .equals(candidates.getKey().collection()))
                        .concatMap(link -> Flux.fromIterable(candidates.getValue())
                                .buffer(StoredLinks.IDS_PER_COMMAND)
                                .concatMap(ids ->
                                        find(source, link.owner(), StoredLinks.referring(link, ids), List.of(link)))
                                .doOnNext(referrer -> keepTargets(referrer, link, candidates.getKey()))))
                .then();
    }

    private void keepTargets(BsonDocument referrer, LinkType link, DocumentType<?> type) {
        StoredId id = StoredId.ofDocument(referrer);
        Entry entry = graph.find(link.owner(), id);
        if (graph.isDoomed(link.owner().collection(), id) || (entry != null && entry.state() == State.LINKED)) {
            return;
        }
        for (StoredLinks.Link value : StoredLinks.read(referrer, link)) {
            Entry target = graph.find(type, value.id());
            if (target != null) {
                keep(target);
            }
        }
    }

    /** What is kept keeps what it links to. */
    private void keep(Entry from) {
        Deque<Entry> path = new ArrayDeque<>(List.of(from));
        while (!path.isEmpty()) {
            Entry entry = path.pop();
            if (entry.state() == State.LINKED) {
                entry.become(State.KEPT);
                for (DeleteGraph.Target target : entry.targets()) {
                    Entry known = graph.find(target);
                    if (known != null) {
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
                                        deleted.getValue(),
                                        some -> StoredLinks.referring(link.mirror(), some))
                                .doOnNext(referrer -> cascade(referrer, link.mirror()))))
                .then();
    }

    private void cascade(Entry referrer, LinkType link) {
        if (referrer.state() != State.DOOMED) {
            graph.doomReferrer(referrer, deletedTarget(referrer, link));
            uncascaded.add(referrer);
        }
    }

    private @Nullable Entry deletedTarget(Entry referrer, LinkType link) {
        for (DeleteGraph.Target target : referrer.targets()) {
            Entry known = target.link() == link ? graph.find(target) : null;
            if (known != null && known.state() == State.DOOMED && known != referrer) {
                return known;
            }
        }
        return null;
    }

    private static Map<DocumentType<?>, List<BsonValue>> byType(List<Entry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        Entry::type,
                        LinkedHashMap::new,
                        Collectors.mapping(entry -> entry.id().value(), Collectors.toList())));
    }
}
