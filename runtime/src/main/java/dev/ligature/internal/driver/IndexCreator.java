// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import dev.ligature.query.DeclaredIndex;
import dev.ligature.spi.Discriminator;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.IndexType;
import dev.ligature.spi.LinkType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Creates the indexes of a document type, or says which are missing: those that it declares, one on each of its links
 * that a back link mirrors, one behind each of its own back links, and one that tells the types of a collection apart.
 * Indexes of links have the path by which queries name the linked id.
 */
public final class IndexCreator {
    private final Database database;
    private final DocumentType<?> type;

    public IndexCreator(Database database, DocumentType<?> type) {
        this.database = database;
        this.type = type;
    }

    /** Creates what is missing; one command per collection. */
    public Mono<Void> create() {
        return database.timeLimit()
                .whole(Flux.defer(() -> Flux.fromIterable(indexes().entrySet()))
                        .concatMap(entry -> create(
                                entry.getKey(), List.copyOf(entry.getValue().values())))
                        .then());
    }

    private Flux<String> create(String collection, List<IndexModel> indexes) {
        return database.createIndexes(collection, indexes).onErrorMap(Failures.of(type, "createIndexes"));
    }

    /** The indexes of which the server has none with the same keys; one command per collection. */
    public Flux<DeclaredIndex> missing() {
        return database.timeLimit()
                .whole(Flux.defer(() -> Flux.fromIterable(indexes().entrySet()))
                        .concatMap(entry ->
                                missing(entry.getKey(), entry.getValue().values())));
    }

    private Flux<DeclaredIndex> missing(String collection, Collection<IndexModel> declared) {
        return database.indexes(collection)
                .onErrorMap(Failures.of(type, "listIndexes"))
                .map(found -> described(
                        collection,
                        found.getDocument("key"),
                        found.getBoolean("unique", BsonBoolean.FALSE).getValue()))
                .collect(Collectors.toSet())
                .flatMapIterable(found -> declared.stream()
                        .map(index -> described(
                                collection,
                                index.getKeys().toBsonDocument(),
                                index.getOptions().isUnique()))
                        .filter(index -> !found.contains(index) && !found.contains(unique(index)))
                        .toList());
    }

    /** A unique index with the same keys. It serves queries as well, and the server would refuse the plain one beside it. */
    private static DeclaredIndex unique(DeclaredIndex index) {
        return new DeclaredIndex(index.collection(), index.keys(), true);
    }

    /** Describes an index so that equal ones compare as equal: servers give a direction as a number of any type. */
    private static DeclaredIndex described(String collection, BsonDocument keys, boolean unique) {
        BsonDocument same = new BsonDocument();
        keys.forEach((field, kind) -> same.append(
                field, kind.isNumber() ? new BsonInt32(kind.asNumber().intValue()) : kind));
        return new DeclaredIndex(collection, same.toJson(), unique);
    }

    /** By collection, then by keys. An index that is requested twice is created once, as it was declared first. */
    private Map<String, Map<BsonDocument, IndexModel>> indexes() {
        Map<String, Map<BsonDocument, IndexModel>> indexes = new LinkedHashMap<>();
        add(indexes, type);
        type.permitted().forEach(each -> add(indexes, each));
        Discriminator discriminator = type.discriminator();
        if (discriminator != null) {
            BsonInt32 ascending = new BsonInt32(1);
            add(
                    indexes,
                    type,
                    new BsonDocument(discriminator.key(), ascending).append("_id", ascending),
                    new IndexOptions());
        }
        return indexes;
    }

    /** Those that a type declares, and those behind its links; for a sealed one, the types that it permits have the links. */
    private static void add(Map<String, Map<BsonDocument, IndexModel>> indexes, DocumentType<?> type) {
        for (IndexType index : type.indexes()) {
            add(indexes, type, keys(type, index), options(index));
        }
        if (type.isSealed()) {
            return;
        }
        for (LinkType link : type.links()) {
            if (link.isBackLink()) {
                addMirrored(indexes, link.mirror());
            } else if (isMirrored(link)) {
                addMirrored(indexes, link);
            }
        }
    }

    private static boolean isMirrored(LinkType link) {
        return link.target().links().stream()
                .anyMatch(back -> back.isBackLink() && back.mirror().isStoredAs(link));
    }

    private static void addMirrored(Map<String, Map<BsonDocument, IndexModel>> indexes, LinkType link) {
        add(indexes, link.owner(), mirroredKeys(link), new IndexOptions());
    }

    /** By the link and, if the owner declares an index, as the owner does: both ends ask for the same index. */
    static BsonDocument mirroredKeys(LinkType link) {
        DocumentType<?> owner = link.owner();
        BsonDocument keys = new BsonDocument(link.idPath(), new BsonInt32(1));
        return owner.indexes().stream()
                .filter(index -> index.fields(owner).equals(keys))
                .map(index -> keys(owner, index))
                .findFirst()
                .orElse(keys);
    }

    private static void add(
            Map<String, Map<BsonDocument, IndexModel>> indexes,
            DocumentType<?> type,
            BsonDocument keys,
            IndexOptions options) {
        indexes.computeIfAbsent(type.collection(), key -> new LinkedHashMap<>())
                .putIfAbsent(keys, new IndexModel(keys, options));
    }

    /** Adds the id as the last key if that changes nothing else: pages are sorted by their own keys, then by the id. */
    private static BsonDocument keys(DocumentType<?> type, IndexType index) {
        BsonDocument keys = index.fields(type);
        if (index.isPlain() && !keys.containsKey("_id")) {
            BsonValue last = List.copyOf(keys.values()).get(keys.size() - 1);
            keys.append("_id", last);
        }
        return keys;
    }

    private static IndexOptions options(IndexType index) {
        IndexOptions options = new IndexOptions();
        if (index.unique()) {
            options.unique(true);
        }
        if (index.sparse()) {
            options.sparse(true);
        }
        if (index.expireAfterSeconds() >= 0) {
            options.expireAfter(index.expireAfterSeconds(), TimeUnit.SECONDS);
        }
        return options;
    }
}
