// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.morphia;

import static dev.morphia.query.filters.Filters.in;
import static dev.morphia.query.filters.Filters.lt;

import dev.ligature.benchmarks.query.Cascades;
import dev.ligature.benchmarks.query.Connection;
import dev.morphia.Datastore;
import dev.morphia.DeleteOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.types.ObjectId;

/** Morphia cascades nothing: written and deleted by hand, together. */
public final class MorphiaCascades implements Cascades {
    private static final DeleteOptions ALL = new DeleteOptions().multi(true);

    private final Datastore datastore;
    private List<MorphiaHouse> built = List.of();

    public MorphiaCascades(Connection connection, String database) {
        this.datastore = MorphiaDatastores.open(connection, database);
    }

    @Override
    public void build(int count, int windowsOfEach) {
        built = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            MorphiaHouse house = new MorphiaHouse();
            house.number = number;
            house.name = "House " + number;
            house.street = "Street";
            house.rooms = 3;
            house.door = new MorphiaDoor();
            house.door.height = 2;
            house.door.width = 1;
            house.windows = new ArrayList<>(windowsOfEach);
            for (int width = 0; width < windowsOfEach; width++) {
                MorphiaWindow window = new MorphiaWindow();
                window.width = width;
                window.height = 1;
                house.windows.add(window);
            }
            built.add(house);
        }
    }

    @Override
    public void insert() {
        datastore.insert(built.stream().map(house -> house.door).toList());
        datastore.insert(built.stream().flatMap(house -> house.windows.stream()).toList());
        datastore.insert(built);
    }

    @Override
    public void delete(int count) {
        List<MorphiaIdHouse> found = datastore
                .find(MorphiaIdHouse.class)
                .filter(lt("number", count))
                .iterator()
                .toList();
        List<ObjectId> doors = found.stream().map(house -> house.door).toList();
        List<ObjectId> windows =
                found.stream().flatMap(house -> house.windows.stream()).toList();
        datastore.find(MorphiaIdHouse.class).filter(lt("number", count)).delete(ALL);
        datastore.find(MorphiaWindow.class).filter(in("_id", windows)).delete(ALL);
        datastore.find(MorphiaDoor.class).filter(in("_id", doors)).delete(ALL);
    }
}
