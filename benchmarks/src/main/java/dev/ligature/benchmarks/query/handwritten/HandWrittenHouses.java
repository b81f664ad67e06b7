// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.handwritten;

import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.lookup;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.skip;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.benchmarks.query.Answer;
import dev.ligature.benchmarks.query.Blocking;
import dev.ligature.benchmarks.query.Connection;
import dev.ligature.benchmarks.query.HouseData;
import dev.ligature.benchmarks.query.HouseQueries;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What somebody writes who knows MongoDB well: joins for the page only, and a query through a link from the link's other end. */
public final class HandWrittenHouses implements HouseQueries {
    private static final Bson DOOR = lookup("doors", "door", "_id", PlainHouseCodec.DOORS);
    private static final Bson WINDOWS = lookup("windows", "windows", "_id", PlainHouseCodec.WINDOWS);
    private static final Bson WIDEST = descending(PlainHouseCodec.DOORS + ".width");

    private final MongoCollection<PlainHouse> houses;
    private final MongoCollection<BsonDocument> doors;

    public HandWrittenHouses(Connection connection, String databaseName) {
        MongoDatabase database = connection.reactive().getDatabase(databaseName);
        this.houses = database.getCollection("houses", PlainHouse.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new PlainHouseCodec()),
                        MongoClientSettings.getDefaultCodecRegistry()));
        this.doors = database.getCollection("doors", BsonDocument.class);
    }

    @Override
    public Answer withDoor(int count) {
        return read(houses.aggregate(List.of(match(lt("number", count)), DOOR)));
    }

    @Override
    public Answer withDoorAndWindows(int count) {
        return read(houses.aggregate(List.of(match(lt("number", count)), DOOR, WINDOWS)));
    }

    @Override
    public Answer street(boolean links) {
        Bson street = eq("street", HouseData.streetName());
        return links ? read(houses.aggregate(List.of(match(street), DOOR, WINDOWS))) : roots(houses.find(street));
    }

    @Override
    public Answer page(boolean links) {
        Bson byName = ascending("name");
        return links
                ? read(houses.aggregate(
                        List.of(sort(byName), skip(HouseData.SKIPPED), limit(HouseData.PAGE), DOOR, WINDOWS)))
                : roots(houses.find().sort(byName).skip(HouseData.SKIPPED).limit(HouseData.PAGE));
    }

    @Override
    public Answer pageThroughLink() {
        Bson behindRareDoors = Blocking.one(behindRareDoors());
        Answer page = read(houses.aggregate(
                List.of(match(behindRareDoors), DOOR, sort(WIDEST), skip(HouseData.SKIPPED), limit(HouseData.PAGE))));
        long count = Blocking.one(Mono.from(houses.countDocuments(behindRareDoors)));
        return new Answer(count, page.links(), page.sum());
    }

    @Override
    public Answer filterThroughLink() {
        return Answer.ofRoots(
                Blocking.list(behindRareDoors().flatMapMany(houses::find)).size());
    }

    private Mono<Bson> behindRareDoors() {
        return Flux.from(doors.find(eq("height", HouseData.RARE_HEIGHT)).projection(include("_id")))
                .map(HandWrittenHouses::id)
                .collectList()
                .map(ids -> in("door", ids));
    }

    private static BsonObjectId id(BsonDocument document) {
        return document.getObjectId("_id");
    }

    private static Answer roots(Publisher<PlainHouse> found) {
        return Answer.ofRoots(Blocking.list(Flux.from(found)).size());
    }

    private static Answer read(Publisher<PlainHouse> found) {
        return PlainHouse.answer(Blocking.list(Flux.from(found)));
    }
}
