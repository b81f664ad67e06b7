// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.spring;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ligature.benchmarks.query.CannotException;
import dev.ligature.benchmarks.query.Cascades;
import dev.ligature.benchmarks.query.Connection;
import java.util.ArrayList;
import java.util.List;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The blocking template, which cascades nothing: written and deleted by hand, one by one or together. */
public final class SpringCascades implements Cascades {
    private final MongoTemplate template;
    private final boolean together;
    private List<SpringHouse> built = List.of();

    public SpringCascades(Connection connection, String database, boolean together) {
        this.template = new MongoTemplate(connection.blocking(), database);
        this.together = together;
    }

    @Override
    public void build(int count, int windowsOfEach) {
        if (!together && count > 1) {
            throw new CannotException("a command per document: minutes");
        }
        built = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            SpringHouse house = new SpringHouse();
            house.number = number;
            house.name = "House " + number;
            house.street = "Street";
            house.rooms = 3;
            house.door = new SpringDoor();
            house.door.height = 2;
            house.door.width = 1;
            house.windows = new ArrayList<>(windowsOfEach);
            for (int width = 0; width < windowsOfEach; width++) {
                SpringWindow window = new SpringWindow();
                window.width = width;
                window.height = 1;
                house.windows.add(window);
            }
            built.add(house);
        }
    }

    @Override
    public void insert() {
        if (together) {
            template.insertAll(built.stream().map(house -> house.door).toList());
            template.insertAll(
                    built.stream().flatMap(house -> house.windows.stream()).toList());
            template.insertAll(built);
            return;
        }
        for (SpringHouse house : built) {
            template.insert(house.door);
            house.windows.forEach(template::insert);
            template.insert(house);
        }
    }

    @Override
    public void delete(int count) {
        if (together) {
            List<SpringIdHouse> found = template.find(query(where("number").lt(count)), SpringIdHouse.class);
            List<ObjectId> doors = found.stream().map(house -> house.door).toList();
            List<ObjectId> windows =
                    found.stream().flatMap(house -> house.windows.stream()).toList();
            template.remove(query(where("number").lt(count)), SpringIdHouse.class);
            template.remove(query(where("_id").in(windows)), SpringWindow.class);
            template.remove(query(where("_id").in(doors)), SpringDoor.class);
            return;
        }
        for (SpringHouse house : template.find(query(where("number").lt(count)), SpringHouse.class)) {
            template.remove(house);
            house.windows.forEach(template::remove);
            template.remove(house.door);
        }
    }
}
