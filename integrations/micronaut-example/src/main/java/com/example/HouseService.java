// SPDX-License-Identifier: Apache-2.0
package com.example;

import dev.ligature.link.Ref;
import dev.ligature.query.WriteRule;
import dev.ligature.repository.Transactions;
import jakarta.inject.Singleton;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a controller calls. It can return these publishers as its response. */
@Singleton
public final class HouseService {
    private final QHouse<House> house = QHouse.house;
    private final HouseRepository houses;
    private final Transactions transactions;

    HouseService(HouseRepository houses, Transactions transactions) {
        this.houses = houses;
        this.transactions = transactions;
    }

    /** Writes a house and its door. */
    public Mono<House> build(String name, int doorHeight) {
        return houses.insert(new House(null, name, Ref.of(new Door(null, doorHeight))), WriteRule.WRITE);
    }

    /** Does the same in a transaction: all or nothing. */
    public Mono<House> buildAtOnce(String name, int doorHeight) {
        return transactions.run(() -> build(name, doorHeight));
    }

    /** Finds the houses with a door of the given height or more. */
    public Flux<House> withDoorsFrom(int height) {
        return houses.find(house.door().height.gte(height))
                .fetch(house.door())
                .sort(house.name.asc())
                .all();
    }
}
