// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.internal.driver.Chunks;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Both ends of the links that a call changes, from whichever side it named them: the documents that store the links,
 * and the targets. A back link is only another way to name a link of the other document.
 *
 * @param link the stored link
 * @param owners the ids of the documents that store it
 * @param targets the ids of the documents to which it points
 */
record LinkEnds(LinkType link, List<BsonValue> owners, List<BsonValue> targets) {
    static LinkEnds of(LinkType named, Object document, List<Object> others) {
        BsonValue id = LinkArguments.documentId(named, document);
        List<BsonValue> otherIds = LinkArguments.targetIds(named, others);
        return named.isBackLink()
                ? new LinkEnds(named.mirror(), otherIds, List.of(id))
                : new LinkEnds(named, List.of(id), otherIds);
    }

    /** Split into parts with as many owners as one command takes. */
    List<LinkEnds> commands() {
        List<LinkEnds> commands = new ArrayList<>();
        for (int from = 0; from < owners.size(); from += Chunks.IDS_PER_CHANGE) {
            int to = Math.min(owners.size(), from + Chunks.IDS_PER_CHANGE);
            commands.add(new LinkEnds(link, owners.subList(from, to), targets));
        }
        return targets.isEmpty() ? List.of() : commands;
    }

    DocumentType<?> type() {
        return link.owner();
    }

    /** The path of the embedded value that holds a nested link, and that a change of the link must not create. */
    static String embedding(LinkType link) {
        return link.storedName().substring(0, link.storedName().lastIndexOf('.'));
    }

    String field() {
        return link.storedName();
    }

    /** The filter that finds the owners. */
    BsonDocument ownersFilter() {
        return link.restricted(new BsonDocument(
                "_id",
                owners.size() == 1 ? owners.get(0) : new BsonDocument("$in", new BsonArray(new ArrayList<>(owners)))));
    }
}
