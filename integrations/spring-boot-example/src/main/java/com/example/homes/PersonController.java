// SPDX-License-Identifier: Apache-2.0
package com.example.homes;

import org.bson.types.ObjectId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/persons")
class PersonController {
    private final PersonRepository persons;

    PersonController(PersonRepository persons) {
        this.persons = persons;
    }

    @GetMapping
    Flux<Person> all() {
        return persons.findAll();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Person> add(@RequestBody Person person) {
        return persons.insert(person);
    }

    @DeleteMapping("/{id}")
    Mono<Void> delete(@PathVariable ObjectId id) {
        return persons.deleteById(id).then();
    }
}
