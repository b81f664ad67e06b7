// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson2.example;

import static dev.ligature.jackson2.model.QHouse.house;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.jackson2.LigatureModule;
import dev.ligature.jackson2.RefFormat;
import dev.ligature.jackson2.model.House;
import dev.ligature.jackson2.model.HouseRepository;
import org.bson.types.ObjectId;
import reactor.core.publisher.Mono;

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
                .flatMap(this::write);
    }

    /** Returns all houses, as cards. */
    public Mono<String> list() {
        return houses.find()
                .fetch(house.door(), house.windows())
                .all()
                .map(HouseCard::of)
                .collectList()
                .flatMap(this::write);
    }

    /** Adds the house. Its links must lead to stored documents, because those in the JSON are not written. */
    public Mono<String> add(String json) {
        return Mono.fromCallable(() -> mapper.readValue(json, House.class))
                .flatMap(houses::insert)
                .flatMap(this::write);
    }

    private Mono<String> write(Object value) {
        return Mono.fromCallable(() -> mapper.writeValueAsString(value));
    }
}
