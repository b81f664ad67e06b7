// SPDX-License-Identifier: Apache-2.0
package com.example.homes;

import dev.ligature.DocumentNotFoundException;
import dev.ligature.query.PageRequest;
import dev.ligature.query.WriteRule;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/houses")
class HouseController {
    private static final QHouse<House> HOUSE = QHouse.house;

    private final HouseRepository houses;
    private final Sales sales;

    HouseController(HouseRepository houses, Sales sales) {
        this.houses = houses;
        this.sales = sales;
    }

    @GetMapping("/{id}")
    Mono<House> find(@PathVariable ObjectId id) {
        return houses.findById(id)
                .fetch(HOUSE.door())
                .switchIfEmpty(Mono.error(() -> new DocumentNotFoundException("House " + id + " does not exist.")));
    }

    record Houses(List<House> items, Optional<String> next) {}

    @GetMapping
    Mono<Houses> page(@RequestParam Optional<String> after) {
        PageRequest first = PageRequest.first(20);
        return houses.find()
                .sort(HOUSE.name.asc())
                .page(after.map(first::after).orElse(first))
                .map(page -> new Houses(page.items(), page.next()));
    }

    /** Stores a house, and a door if the request contains one. Owners are the ids of persons. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<House> build(@RequestBody House house) {
        return houses.insert(house, WriteRule.WRITE);
    }

    @PutMapping("/{id}")
    Mono<House> change(@PathVariable ObjectId id, @RequestBody House house) {
        return houses.replace(new House(id, house.name(), house.door(), house.owners(), house.version()));
    }

    @PostMapping("/{id}/sale")
    Mono<House> sell(@PathVariable ObjectId id, @RequestBody Person buyer) {
        return sales.sell(id, buyer);
    }
}
