// SPDX-License-Identifier: Apache-2.0
package com.example.estate;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Writes in Spring's transactions. */
@Service
public class HouseService {
    private final HouseRepository houses;
    private final PersonRepository persons;

    public HouseService(HouseRepository houses, PersonRepository persons) {
        this.houses = houses;
        this.persons = persons;
    }

    @Transactional
    public Mono<House> build(House house, Person owner) {
        return persons.insert(owner).then(houses.insert(house));
    }

    @Transactional
    public Mono<House> buildAndFail(House house, Person owner) {
        return build(house, owner).then(Mono.error(new IllegalStateException("after the writes")));
    }

    /** What the transaction itself sees of its writes, before it fails. */
    @Transactional
    public Mono<House> countAndFail(House house, List<Long> counts) {
        return houses.insert(house)
                .then(houses.count().doOnNext(counts::add))
                .then(Mono.error(new IllegalStateException("after the count")));
    }

    /** Gives versions to documents that it does not keep. */
    @Transactional
    public Mono<Void> saveAllAndFail(List<House> read) {
        return houses.saveAll(read).then(Mono.error(new IllegalStateException("after the saves")));
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Mono<House> buildApart(House house) {
        return houses.insert(house);
    }

    @Transactional
    public Mono<House> failAsPart(House house) {
        return houses.insert(house).then(Mono.error(new IllegalStateException("as a part")));
    }

    /** The names of all houses, in no order. */
    public Mono<List<String>> names() {
        return houses.findAll().map(House::name).collectList().map(ArrayList::new);
    }
}
