// SPDX-License-Identifier: Apache-2.0
package com.example.estate;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.ligature.DocumentNotFoundException;
import org.bson.types.ObjectId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Endpoints in both styles of WebFlux. */
class Controllers {
    private Controllers() {}

    @RestController
    static class Annotated {
        private final HouseRepository houses;

        Annotated(HouseRepository houses) {
            this.houses = houses;
        }

        @GetMapping("/houses/{id}")
        Mono<House> find(@PathVariable ObjectId id) {
            return houses.findById(id).switchIfEmpty(notFound(id));
        }

        @PostMapping("/houses")
        Mono<House> insert(@RequestBody House house) {
            return houses.insert(house);
        }

        @GetMapping("/broken")
        Mono<House> broken() {
            return Mono.error(new IllegalStateException("the application's own"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Functional {
        @Bean
        RouterFunction<ServerResponse> routes(HouseRepository houses) {
            return route().GET("/functional/{id}", request -> {
                        ObjectId id = new ObjectId(request.pathVariable("id"));
                        return ServerResponse.ok().body(houses.findById(id).switchIfEmpty(notFound(id)), House.class);
                    })
                    .build();
        }
    }

    private static Mono<House> notFound(ObjectId id) {
        return Mono.error(() -> new DocumentNotFoundException("House " + id + " does not exist."));
    }
}
