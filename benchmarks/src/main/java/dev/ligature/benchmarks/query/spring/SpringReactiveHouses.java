// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.spring;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ligature.benchmarks.query.Answer;
import dev.ligature.benchmarks.query.Blocking;
import dev.ligature.benchmarks.query.CannotException;
import dev.ligature.benchmarks.query.Connection;
import dev.ligature.benchmarks.query.HouseData;
import dev.ligature.benchmarks.query.HouseQueries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.types.ObjectId;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The reactive template, which resolves no references: ids are stored and the linked documents read by hand, either per house in a
 * {@code flatMap}, or for all houses by one find per collection.
 */
public final class SpringReactiveHouses implements HouseQueries {
    private final ReactiveMongoTemplate template;
    private final boolean batched;

    public SpringReactiveHouses(Connection connection, String database, boolean batched) {
        this.template = new ReactiveMongoTemplate(connection.reactive(), database);
        this.batched = batched;
    }

    @Override
    public Answer withDoor(int houses) {
        return links(query(where("number").lt(houses)), false);
    }

    @Override
    public Answer withDoorAndWindows(int houses) {
        return links(query(where("number").lt(houses)), true);
    }

    @Override
    public Answer street(boolean links) {
        Query street = query(where("street").is(HouseData.streetName()));
        return links ? links(street, true) : roots(street);
    }

    @Override
    public Answer page(boolean links) {
        Query page = new Query().with(Sort.by("name")).skip(HouseData.SKIPPED).limit(HouseData.PAGE);
        return links ? links(page, true) : roots(page);
    }

    @Override
    public Answer pageThroughLink() {
        throw new CannotException("does not sort through a link, unless by an aggregation as in the blocking form");
    }

    @Override
    public Answer filterThroughLink() {
        Query rare = query(where("height").is(HouseData.RARE_HEIGHT));
        return Answer.ofRoots(Blocking.list(template.findDistinct(rare, "_id", SpringDoor.class, ObjectId.class)
                        .collectList()
                        .flatMapMany(doors -> template.find(query(where("door").in(doors)), SpringIdHouse.class)))
                .size());
    }

    private Answer roots(Query query) {
        return Answer.ofRoots(
                Blocking.list(template.find(query, SpringIdHouse.class)).size());
    }

    private Answer links(Query query, boolean windows) {
        Flux<SpringIdHouse> houses = template.find(query, SpringIdHouse.class);
        Flux<SpringIdHouse> linked = batched
                ? houses.collectList().flatMapMany(all -> batch(all, windows))
                : houses.flatMap(house -> eachAlone(house, windows));
        return SpringLookupHouses.answer(Blocking.list(linked));
    }

    private Mono<SpringIdHouse> eachAlone(SpringIdHouse house, boolean windows) {
        Mono<SpringIdHouse> withDoor = template.findById(house.door, SpringDoor.class)
                .map(door -> {
                    house.doorDocuments = List.of(door);
                    return house;
                });
        return windows
                ? withDoor.zipWith(byIds(house.windows, SpringWindow.class).collectList(), (same, found) -> {
                    same.windowDocuments = found;
                    return same;
                })
                : withDoor;
    }

    private Flux<SpringIdHouse> batch(List<SpringIdHouse> houses, boolean windows) {
        Set<ObjectId> doorIds = new LinkedHashSet<>();
        Set<ObjectId> windowIds = new LinkedHashSet<>();
        for (SpringIdHouse house : houses) {
            doorIds.add(house.door);
            if (windows) {
                windowIds.addAll(house.windows);
            }
        }
        Mono<Map<ObjectId, SpringDoor>> doors = byIds(doorIds, SpringDoor.class).collectMap(door -> door.id);
        Mono<Map<ObjectId, SpringWindow>> found =
                windows ? byIds(windowIds, SpringWindow.class).collectMap(window -> window.id) : Mono.just(Map.of());
        return Mono.zip(doors, found).flatMapIterable(both -> {
            for (SpringIdHouse house : houses) {
                house.doorDocuments = List.of(both.getT1().get(house.door));
                if (windows) {
                    house.windowDocuments = inOrder(house.windows, both.getT2());
                }
            }
            return houses;
        });
    }

    private static List<SpringWindow> inOrder(List<ObjectId> ids, Map<ObjectId, SpringWindow> windows) {
        List<SpringWindow> found = new ArrayList<>(ids.size());
        for (ObjectId id : ids) {
            found.add(windows.get(id));
        }
        return found;
    }

    private <T> Flux<T> byIds(Collection<ObjectId> ids, Class<T> type) {
        return template.find(query(where("_id").in(ids)), type);
    }
}
