// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import dev.ligature.it.Stock;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Person;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;

/** More houses than a reply has, with all that they link to. */
final class Estate {
    static final int HOUSES = 30;
    /** So that cursors have more than one reply. */
    static final int BATCH = 10;

    static final List<ObjectId> IDS =
            IntStream.range(0, HOUSES).mapToObj(Estate::id).toList();

    private Estate() {}

    private static ObjectId id(int number) {
        return new ObjectId("%024x".formatted(number));
    }

    /** Stores them: some links dangle, one has the other form, and there is an orphan. */
    static void fill(Stock db) {
        List<Door> doors = new ArrayList<>();
        List<Window> windows = new ArrayList<>();
        List<House> houses = new ArrayList<>();
        Frame frame = new Frame(new ObjectId(), "red");
        Person owner = new Person(new ObjectId(), "Ada", Optional.empty());
        for (int i = 0; i < HOUSES; i++) {
            Door door = Door.of(i, 1);
            door.id = new ObjectId();
            doors.add(door);
            Window window = new Window(new ObjectId(), i, false, Optional.of(Ref.of(frame)), List.of(), List.of());
            windows.add(window);
            houses.add(new House(
                    id(i),
                    "house " + i,
                    1,
                    List.of(),
                    Ref.of(door),
                    i % 7 == 0 ? List.of(Ref.of(window), Ref.to(new ObjectId())) : List.of(Ref.of(window)),
                    Optional.empty(),
                    Optional.of(List.of(Ref.of(owner)))));
        }
        windows.add(Window.of(100, true));
        Waiting.end(db.houses.frames.insert(frame));
        Waiting.end(db.houses.persons.insert(owner));
        Waiting.end(db.houses.doors.insertAll(doors));
        Waiting.end(db.houses.windows.insertAll(windows));
        Waiting.end(db.houses.houses.insertAll(houses));
        Waiting.end(db.houses
                .database
                .getCollection("houses")
                .updateMany(
                        BsonDocument.parse("{name: 'house 5'}"),
                        BsonDocument.parse(
                                "{$set: {win: [{$ref: 'windows', $id: {$oid: '665000000000000000000000'}}]}}")));
    }
}
