// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import static dev.ligature.benchmarks.query.QHouse.house;

import dev.ligature.link.Ref;
import dev.ligature.query.DeleteRule;
import dev.ligature.query.WriteRule;
import java.util.ArrayList;
import java.util.List;

/** The generated repository: {@code insertAll}, {@code saveAll} and {@code replaceAll(…, WRITE)}, and {@code delete(DELETE_LINKS)}. */
final class LigatureCascades implements Cascades {
    private final HouseRepository houses;
    private List<House> built = List.of();

    LigatureCascades(Connection connection, String database) {
        this.houses = new HouseRepository(connection.reactive().getDatabase(database));
    }

    @Override
    public void build(int count, int windowsOfEach) {
        built = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            List<Ref<Window>> windows = new ArrayList<>(windowsOfEach);
            for (int window = 0; window < windowsOfEach; window++) {
                windows.add(Ref.of(new Window(null, window, 1, false)));
            }
            Door door = new Door(null, 2, 1);
            built.add(new House(null, number, "House " + number, "Street", 3, Ref.of(door), windows));
        }
    }

    @Override
    public void insert() {
        built = Blocking.list(houses.insertAll(built, WriteRule.WRITE));
    }

    @Override
    public void save() {
        Blocking.list(houses.saveAll(built, WriteRule.WRITE));
    }

    @Override
    public void replace() {
        Blocking.list(houses.replaceAll(built, WriteRule.WRITE));
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public void delete(int count) {
        Blocking.one(houses.find(house.number.lt(count)).delete(DeleteRule.DELETE_LINKS));
    }
}
