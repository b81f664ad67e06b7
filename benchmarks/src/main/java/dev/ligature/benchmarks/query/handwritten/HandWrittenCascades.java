package dev.ligature.benchmarks.query.handwritten;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoClientSettings;
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

/** An insertMany per collection, targets first; a find of the ids and a deleteMany per collection, houses first. */
public final class HandWrittenCascades implements Cascades {
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
    public void build(int count) {
        built.clear();
        builtDoors.clear();
        builtWindows.clear();
        for (int number = 0; number < count; number++) {
            List<ObjectId> windowIds = new ArrayList<>(WINDOWS);
            for (int window = 0; window < WINDOWS; window++) {
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
                .then(Mono.from(windows.insertMany(builtWindows)))
                .then(Mono.from(houses.insertMany(built))));
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
