// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.micronaut;

import dev.ligature.benchmarks.query.Cascades;
import dev.ligature.benchmarks.query.Connection;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import org.bson.types.ObjectId;

/** Inserts cascade ({@code Cascade.PERSIST}); deletes do not: they are written by hand, a command per collection. */
public final class MicronautCascades implements Cascades {
    private final MicronautHouses houses;
    private final MicronautDoors doors;
    private final MicronautWindows windows;
    private List<MicronautHouse> built = List.of();

    public MicronautCascades(Connection connection, String database) {
        ApplicationContext context = MicronautContexts.start(connection, database);
        this.houses = context.getBean(MicronautHouses.class);
        this.doors = context.getBean(MicronautDoors.class);
        this.windows = context.getBean(MicronautWindows.class);
    }

    @Override
    public String prefix() {
        return "micronaut_";
    }

    @Override
    public void build(int count, int windowsOfEach) {
        built = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            MicronautHouse house = new MicronautHouse();
            house.number = number;
            house.name = "House " + number;
            house.street = "Street";
            house.rooms = 3;
            house.door = new MicronautDoor();
            house.door.height = 2;
            house.door.width = 1;
            house.windows = new ArrayList<>(windowsOfEach);
            for (int width = 0; width < windowsOfEach; width++) {
                MicronautWindow window = new MicronautWindow();
                window.width = width;
                window.height = 1;
                window.house = house;
                house.windows.add(window);
            }
            built.add(house);
        }
    }

    @Override
    public void insert() {
        houses.saveAll(built);
    }

    @Override
    public void delete(int count) {
        List<MicronautHouse> found = houses.readByNumberLessThan(count);
        List<ObjectId> doorIds = found.stream().map(house -> house.door.id).toList();
        List<ObjectId> houseIds = found.stream().map(house -> house.id).toList();
        houses.deleteByIdIn(houseIds);
        windows.deleteOfHouses(houseIds);
        doors.deleteByIdIn(doorIds);
    }
}
