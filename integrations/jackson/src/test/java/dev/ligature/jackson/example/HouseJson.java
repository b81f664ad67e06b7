// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson.example;

import static dev.ligature.jackson.model.QHouse.house;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.jackson.LigatureModule;
import dev.ligature.jackson.RefFormat;
import dev.ligature.jackson.model.House;
import dev.ligature.jackson.model.HouseRepository;
import org.bson.types.ObjectId;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Houses as JSON, as a service sends and receives them. */
public final class HouseJson {
    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new LigatureModule().withRefs(RefFormat.DOCUMENT))
            .build();

    private final HouseRepository houses;

    public HouseJson(MongoDatabase database) {
        houses = new HouseRepository(database);
    }

    /** Returns the house with its door and its windows. */
    public Mono<String> show(ObjectId id) {
        return houses.find(house.id.eq(id))
                .fetch(house.door(), house.windows())
                .first()
                .map(mapper::writeValueAsString);
    }

    /** Returns all houses, as cards. */
    public Mono<String> list() {
        return houses.find()
                .fetch(house.door(), house.windows())
                .all()
                .map(HouseCard::of)
                .collectList()
                .map(mapper::writeValueAsString);
    }

    /** Adds the house. Its links must lead to stored documents, because those in the JSON are not written. */
    public Mono<String> add(String json) {
        return Mono.fromCallable(() -> mapper.readValue(json, House.class))
                .flatMap(houses::insert)
                .map(mapper::writeValueAsString);
    }
}
