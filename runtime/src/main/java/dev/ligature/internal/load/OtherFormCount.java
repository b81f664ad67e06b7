// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.driver.Command;
import dev.ligature.internal.driver.Database;
import dev.ligature.internal.plan.Match;
import dev.ligature.internal.stored.StoredForm;
import dev.ligature.internal.stored.StoredWay;
import dev.ligature.query.OtherForm;
import dev.ligature.spi.LinkType;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import reactor.core.publisher.Mono;

/** Counts the documents that store a link in another form than it is declared in. */
final class OtherFormCount {
    /** The types of ids, except documents: nothing but their names tells those from DBRefs. */
    private static final BsonArray ID_TYPES =
            new BsonArray(Stream.of("objectId", "string", "int", "long", "double", "decimal", "binData", "date", "bool")
                    .map(BsonString::new)
                    .toList());

    private final Database database;

    OtherFormCount(Database database) {
        this.database = database;
    }

    /** At most the given number of documents; empty if there is none. */
    Mono<OtherForm> of(LinkType link, int limit) {
        return (StoredWay.hasPath(link) ? count(link, limit) : read(link, limit))
                .filter(found -> found > 0)
                .map(found -> new OtherForm(link.toString(), link.owner().collection(), found, found >= limit));
    }

    private Mono<Long> count(LinkType link, int limit) {
        BsonDocument filter = link.storage() == LinkStorage.DBREF
                ? new BsonDocument(link.storedName(), new BsonDocument("$type", ID_TYPES))
                : new BsonDocument(StoredForm.dbRefPath(link), new BsonDocument("$exists", BsonBoolean.TRUE));
        return database.count(Match.of(link.restricted(filter)).count(link.owner(), limit));
    }

    /** No condition reaches into a map, so the documents that have it are read until there are enough. */
    private Mono<Long> read(LinkType link, int limit) {
        String map = StoredWay.wholePath(link);
        return database.storedStream(Command.Find.of(
                                link.owner(),
                                link.restricted(new BsonDocument(map, new BsonDocument("$exists", BsonBoolean.TRUE))))
                        .withProjection(new BsonDocument(map, new BsonInt32(1))))
                .filter(document -> holdsOtherForm(link, document))
                .take(limit)
                .count();
    }

    private static boolean holdsOtherForm(LinkType link, BsonDocument document) {
        boolean[] found = {false};
        StoredWay.forEach(link, document, content -> {
            for (BsonValue value : content.isArray() ? content.asArray() : List.of(content)) {
                found[0] |= !value.isNull() && StoredForm.isDbRef(value) != (link.storage() == LinkStorage.DBREF);
            }
        });
        return found[0];
    }
}
