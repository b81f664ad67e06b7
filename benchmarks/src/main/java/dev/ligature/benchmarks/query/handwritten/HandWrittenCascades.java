// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.handwritten;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.benchmarks.query.Blocking;
import dev.ligature.benchmarks.query.Cascades;
import dev.ligature.benchmarks.query.Connection;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.types.ObjectId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An insertMany per collection, targets first; a bulk of updates or replacements per collection; a find of the ids and a deleteMany per
 * collection, houses first.
 */
public final class HandWrittenCascades implements Cascades {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<PlainHouse> houses;
    private final MongoCollection<PlainDoor> doors;
    private final MongoCollection<PlainWindow> windows;
    private final List<PlainHouse> built = new ArrayList<>();
    private final List<PlainDoor> builtDoors = new ArrayList<>();
    private final List<PlainWindow> builtWindows = new ArrayList<>();

    public HandWrittenCascades(Connection connection, String databaseName) {
        MongoDatabase database = connection
                .reactive()
                .getDatabase(databaseName)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new PlainHouseCodec(), new PlainDoorCodec(), new PlainWindowCodec()),
                        MongoClientSettings.getDefaultCodecRegistry()));
        this.houses = database.getCollection("houses", PlainHouse.class);
        this.doors = database.getCollection("doors", PlainDoor.class);
        this.windows = database.getCollection("windows", PlainWindow.class);
    }

    @Override
    public void build(int count, int windowsOfEach) {
        built.clear();
        builtDoors.clear();
        builtWindows.clear();
        for (int number = 0; number < count; number++) {
            List<ObjectId> windowIds = new ArrayList<>(windowsOfEach);
            for (int window = 0; window < windowsOfEach; window++) {
                PlainWindow each = new PlainWindow(new ObjectId(), window, 1, false);
                builtWindows.add(each);
                windowIds.add(each.id());
            }
            PlainDoor door = new PlainDoor(new ObjectId(), 2, 1);
            builtDoors.add(door);
            built.add(new PlainHouse(
                    new ObjectId(), number, "House " + number, "Street", 3, door.id(), windowIds, null, List.of()));
        }
    }

    @Override
    public void insert() {
        Blocking.one(Mono.from(doors.insertMany(builtDoors))
                .then(builtWindows.isEmpty() ? Mono.empty() : Mono.from(windows.insertMany(builtWindows)))
                .then(Mono.from(houses.insertMany(built))));
    }

    @Override
    public void save() {
        List<WriteModel<PlainDoor>> doorUpdates = new ArrayList<>(builtDoors.size());
        for (PlainDoor door : builtDoors) {
            doorUpdates.add(new UpdateOneModel<>(
                    eq("_id", door.id()), combine(set("height", door.height()), set("width", door.width())), UPSERT));
        }
        List<WriteModel<PlainHouse>> updates = new ArrayList<>(built.size());
        for (PlainHouse house : built) {
            updates.add(new UpdateOneModel<>(
                    eq("_id", house.id()),
                    combine(
                            set("number", house.number()),
                            set("name", house.name()),
                            set("street", house.street()),
                            set("rooms", house.rooms()),
                            set("door", house.doorId()),
                            set("windows", house.windowIds())),
                    UPSERT));
        }
        Blocking.one(Mono.from(doors.bulkWrite(doorUpdates)).then(Mono.from(houses.bulkWrite(updates))));
    }

    @Override
    public void replace() {
        List<WriteModel<PlainDoor>> replacedDoors = new ArrayList<>(builtDoors.size());
        for (PlainDoor door : builtDoors) {
            replacedDoors.add(new ReplaceOneModel<>(eq("_id", door.id()), door));
        }
        List<WriteModel<PlainHouse>> replaced = new ArrayList<>(built.size());
        for (PlainHouse house : built) {
            replaced.add(new ReplaceOneModel<>(eq("_id", house.id()), house));
        }
        Blocking.one(Mono.from(doors.bulkWrite(replacedDoors)).then(Mono.from(houses.bulkWrite(replaced))));
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public void delete(int count) {
        Blocking.one(Flux.from(houses.find(lt("number", count))).collectList().flatMap(found -> {
            List<ObjectId> doorIds = new ArrayList<>();
            List<ObjectId> windowIds = new ArrayList<>();
            List<ObjectId> ids = new ArrayList<>();
            for (PlainHouse house : found) {
                ids.add(house.id());
                doorIds.add(house.doorId());
                windowIds.addAll(house.windowIds());
            }
            return Mono.from(houses.deleteMany(in("_id", ids)))
                    .then(Mono.from(windows.deleteMany(in("_id", windowIds))))
                    .then(Mono.from(doors.deleteMany(in("_id", doorIds))));
        }));
    }
}
