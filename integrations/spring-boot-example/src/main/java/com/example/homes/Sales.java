// SPDX-License-Identifier: Apache-2.0
package com.example.homes;

import org.bson.types.ObjectId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

@Service
public class Sales {
    private static final QHouse<House> HOUSE = QHouse.house;

    private final HouseRepository houses;
    private final PersonRepository persons;

    public Sales(HouseRepository houses, PersonRepository persons) {
        this.houses = houses;
        this.persons = persons;
    }

    /** All or nothing: if there is no such house, the buyer is not stored either. */
    @Transactional
    public Mono<House> sell(ObjectId house, Person buyer) {
        return persons.insert(buyer)
                .flatMap(owner ->
                        houses.detachAll(house, HOUSE.owners()).then(houses.attach(house, HOUSE.owners(), owner)))
                .then(houses.findById(house).fetch(HOUSE.owners()));
    }
}
