// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.internal.driver.Chunks;
import dev.ligature.internal.driver.Command;
import dev.ligature.internal.load.DocumentSource;
import dev.ligature.internal.stored.StoredForm;
import dev.ligature.internal.stored.StoredId;
import dev.ligature.internal.stored.StoredPlace;
import dev.ligature.internal.stored.StoredWay;
import dev.ligature.link.DanglingLink;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;

/** Reads the stored links of documents in windows, so that what is in memory does not grow with the collection. */
final class LinkScan {
    private static final BsonDocument BY_ID = new BsonDocument("_id", new BsonInt32(1));

    private final DocumentSource source;

    LinkScan(DocumentSource source) {
        this.source = source;
    }

    /**
     * A link as it is stored.
     *
     * @param member the place of the member that holds it
     * @param listed whether it is an entry of a list that the member holds
     * @param position in that list; 0 if there is none
     */
    record Stored(
            BsonValue documentId, LinkType link, StoredPlace member, boolean listed, int position, BsonValue value) {
        BsonValue targetId() {
            return StoredForm.bare(value);
        }

        StoredPlace place() {
            return listed ? member.position(position) : member;
        }

        /** The path of the value within the document. */
        String path() {
            return place().path();
        }

        DanglingLink asDangling() {
            return new DanglingLink(
                    StoredId.decoded(link.owner(), documentId),
                    link.member(),
                    position,
                    place().toString(),
                    StoredId.decoded(link.target(), targetId()));
        }
    }

    /** The links of all documents that store some, with a list for each document, in windows. */
    Flux<List<List<Stored>>> windows(List<LinkType> links) {
        return Flux.defer(() -> read(links, storing(links), new BsonDocument()).bufferUntil(new Full()));
    }

    /**
     * The same in the order of the ids. A document that is changed in the meantime keeps its place, so none is read
     * twice and none is left out.
     */
    Flux<List<List<Stored>>> windowsById(List<LinkType> links) {
        return Flux.defer(() -> read(links, storing(links), BY_ID).bufferUntil(new Full()));
    }

    /** The links of some documents that store some. */
    Flux<List<Stored>> of(List<LinkType> links, List<BsonValue> ids) {
        BsonDocument filter = storing(links);
        filter.putAll(StoredLinks.withIds(ids));
        return read(links, filter, new BsonDocument());
    }

    /** Says when a window is full. For one subscription. */
    private static final class Full implements Predicate<List<Stored>> {
        private int documents;
        private int links;

        @Override
        public boolean test(List<Stored> ofDocument) {
            documents++;
            links += ofDocument.size();
            boolean full = documents >= Chunks.SCANNED_DOCUMENTS || links >= Chunks.SCANNED_LINKS;
            if (full) {
                documents = 0;
                links = 0;
            }
            return full;
        }
    }

    private static BsonDocument storing(List<LinkType> links) {
        BsonArray stored = new BsonArray();
        for (LinkType link : links) {
            BsonDocument storing = StoredLinks.storing(link);
            if (!stored.contains(storing)) { // as for several links in one map
                stored.add(storing);
            }
        }
        return stored.size() == 1 ? stored.get(0).asDocument() : new BsonDocument("$or", stored);
    }

    private Flux<List<Stored>> read(List<LinkType> links, BsonDocument filter, BsonDocument sort) {
        DocumentType<?> type = links.get(0).owner();
        return source.database()
                .storedStream(Command.Find.of(type, filter)
                        .withProjection(StoredLinks.projectionWithPlaces(links))
                        .withSort(sort)
                        .withBatchSize(Chunks.SCANNED_DOCUMENTS))
                .map(document -> stored(links, document));
    }

    private static List<Stored> stored(List<LinkType> links, BsonDocument document) {
        List<Stored> stored = new ArrayList<>();
        BsonValue id = StoredId.ofDocument(document).value();
        for (LinkType link : links) {
            if (!link.isIn(document)) {
                continue;
            }
            StoredWay.forEachPlace(link, document, (member, content) -> {
                boolean listed = content.isArray();
                List<BsonValue> values = listed ? content.asArray() : List.of(content);
                for (int i = 0; i < values.size(); i++) {
                    if (!values.get(i).isNull()) {
                        stored.add(new Stored(id, link, member, listed, i, values.get(i)));
                    }
                }
            });
        }
        return stored;
    }
}
