// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.handwritten;

import static com.mongodb.client.model.Aggregates.count;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.lookup;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.skip;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.ligature.benchmarks.query.Answer;
import dev.ligature.benchmarks.query.Blocking;
import dev.ligature.benchmarks.query.Connection;
import dev.ligature.benchmarks.query.HouseData;
import dev.ligature.benchmarks.query.HouseQueries;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The naive aggregation, which mappers like Beanie generate: join the whole collection, then match, sort and page. */
public final class LookupThenMatchHouses implements HouseQueries {
    private static final Bson DOOR = lookup("doors", "door", "_id", PlainHouseCodec.DOORS);
    private static final Bson WINDOWS = lookup("windows", "windows", "_id", PlainHouseCodec.WINDOWS);
    private static final Bson RARE = match(eq(PlainHouseCodec.DOORS + ".height", HouseData.RARE_HEIGHT));

    private final MongoCollection<PlainHouse> houses;

    public LookupThenMatchHouses(Connection connection, String database) {
        this.houses = connection
                .reactive()
                .getDatabase(database)
                .getCollection("houses", PlainHouse.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new PlainHouseCodec()),
                        MongoClientSettings.getDefaultCodecRegistry()));
    }

    @Override
    public Answer withDoor(int count) {
        return PlainHouse.answer(read(List.of(DOOR, match(lt("number", count)))));
    }

    @Override
    public Answer withDoorAndWindows(int count) {
        return PlainHouse.answer(read(List.of(DOOR, WINDOWS, match(lt("number", count)))));
    }

    @Override
    public Answer street(boolean links) {
        Bson street = match(eq("street", HouseData.streetName()));
        return links
                ? PlainHouse.answer(read(List.of(DOOR, WINDOWS, street)))
                : Answer.ofRoots(read(List.of(street)).size());
    }

    @Override
    public Answer page(boolean links) {
        List<Bson> pipeline = new ArrayList<>(links ? List.of(DOOR, WINDOWS) : List.of());
        pipeline.addAll(List.of(sort(ascending("name")), skip(HouseData.SKIPPED), limit(HouseData.PAGE)));
        List<PlainHouse> found = read(pipeline);
        return links ? PlainHouse.answer(found) : Answer.ofRoots(found.size());
    }

    @Override
    public Answer pageThroughLink() {
        Answer page = PlainHouse.answer(read(List.of(
                DOOR,
                RARE,
                sort(descending(PlainHouseCodec.DOORS + ".width")),
                skip(HouseData.SKIPPED),
                limit(HouseData.PAGE))));
        BsonDocument counted =
                Blocking.one(Mono.from(houses.aggregate(List.of(DOOR, RARE, count("n")), BsonDocument.class)));
        return new Answer(counted.getNumber("n").longValue(), page.links(), page.sum());
    }

    @Override
    public Answer filterThroughLink() {
        return Answer.ofRoots(read(List.of(DOOR, RARE)).size());
    }

    private List<PlainHouse> read(List<Bson> pipeline) {
        return Blocking.list(Flux.from(houses.aggregate(pipeline)));
    }
}
