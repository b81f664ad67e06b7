// SPDX-License-Identifier: Apache-2.0
package com.example.homes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.query.PageRequest;
import dev.ligature.spring.test.AutoConfigureTestMongo;
import dev.ligature.testing.DisabledOnEmbedded;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import reactor.core.publisher.Flux;

/** The service as its clients see it. It is started on a free port, called over HTTP, and stopped. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureTestMongo
@DirtiesContext
class HomesApplicationIT {
    @LocalServerPort
    int port;

    @Autowired
    HouseRepository houses;

    @Autowired
    PersonRepository persons;

    @Autowired
    DoorRepository doors;

    private WebTestClient client;

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
        Flux.concat(
                        houses.find().delete(),
                        persons.find().delete(),
                        doors.find().delete())
                .blockLast();
    }

    private BodyContentSpec get(String path, HttpStatus expected) {
        return client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody();
    }

    private BodyContentSpec post(String path, Map<String, ?> json, HttpStatus expected) {
        return send(HttpMethod.POST, path, json, expected);
    }

    private BodyContentSpec put(String path, Map<String, ?> json, HttpStatus expected) {
        return send(HttpMethod.PUT, path, json, expected);
    }

    private BodyContentSpec send(HttpMethod method, String path, Map<String, ?> json, HttpStatus expected) {
        return client.method(method)
                .uri(path)
                .bodyValue(json)
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody();
    }

    private static Map<String, ?> house(String name, List<String> owners) {
        return Map.of("name", name, "door", Map.of("height", 2), "owners", owners);
    }

    private String person(String email) {
        post("/persons", Map.of("email", email), HttpStatus.CREATED);
        return persons.find(QPerson.person.email.eq(email)).one().block().id().toHexString();
    }

    private House built(String name, List<String> owners) {
        post("/houses", house(name, owners), HttpStatus.CREATED);
        return houses.find(QHouse.house.name.eq(name)).one().block();
    }

    @Test
    void readsAndWritesNestedDocumentsAndIds() {
        String ada = person("ada@example.com");
        House oak = built("Oak", List.of(ada));

        get("/houses/" + oak.id(), HttpStatus.OK)
                .jsonPath("$.id")
                .isEqualTo(oak.id().toHexString())
                .jsonPath("$.door.height")
                .isEqualTo(2)
                .jsonPath("$.owners[0]")
                .isEqualTo(ada)
                .jsonPath("$.version")
                .isEqualTo(1);
        assertThat(doors.count().block()).isEqualTo(1);
    }

    @Test
    void turnsPagesByToken() {
        for (int i = 0; i < 25; i++) {
            built("House %02d".formatted(i), List.of());
        }
        String next = houses.find()
                .sort(QHouse.house.name.asc())
                .page(PageRequest.first(20))
                .block()
                .next()
                .orElseThrow();

        get("/houses", HttpStatus.OK)
                .jsonPath("$.items.length()")
                .isEqualTo(20)
                .jsonPath("$.next")
                .isEqualTo(next);
        get("/houses?after=" + next, HttpStatus.OK)
                .jsonPath("$.items.length()")
                .isEqualTo(5)
                .jsonPath("$.items[0].name")
                .isEqualTo("House 20");
    }

    @Test
    void answers400WhereTheRequestIsWrong() {
        get("/houses?after=nonsense", HttpStatus.BAD_REQUEST)
                .jsonPath("$.error")
                .isEqualTo("InvalidPageToken");
        get("/houses/nonsense", HttpStatus.BAD_REQUEST).jsonPath("$.member").isEqualTo("id");
        post("/houses", house("Oak", List.of("nonsense")), HttpStatus.BAD_REQUEST)
                .jsonPath("$.member")
                .isEqualTo("owners[0]");
        post("/houses", house(" ", List.of()), HttpStatus.BAD_REQUEST)
                .jsonPath("$.violations[0].member")
                .isEqualTo("name");
        assertThat(doors.count().block()).isZero();
    }

    @Test
    void answers404WhereNothingIsThere() {
        String id = new ObjectId().toHexString();

        get("/houses/" + id, HttpStatus.NOT_FOUND).jsonPath("$.detail").isEqualTo("House " + id + " does not exist.");
        Map<String, ?> change = Map.of("name", "Oak", "door", id, "owners", List.of(), "version", 1);
        put("/houses/" + id, change, HttpStatus.NOT_FOUND).jsonPath("$.error").isEqualTo("DocumentNotFound");
    }

    @Test
    void answers409WhereSomebodyElseWasFaster() {
        House oak = built("Oak", List.of());
        Map<String, ?> change =
                Map.of("name", "Ash", "door", oak.door().id().toString(), "owners", List.of(), "version", 1);

        put("/houses/" + oak.id(), change, HttpStatus.OK).jsonPath("$.version").isEqualTo(2);
        put("/houses/" + oak.id(), change, HttpStatus.CONFLICT)
                .jsonPath("$.error")
                .isEqualTo("VersionConflict")
                .jsonPath("$.conflicts[0].found")
                .isEqualTo(2);
    }

    @Test
    void answers409ForADuplicateAndForAnOwner() {
        String ada = person("ada@example.com");
        built("Oak", List.of(ada));

        post("/persons", Map.of("email", "ada@example.com"), HttpStatus.CONFLICT)
                .jsonPath("$.error")
                .isEqualTo("DuplicateKey")
                .jsonPath("$.fields[0]")
                .isEqualTo("email");
        client.delete()
                .uri("/persons/" + ada)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("DeleteRestricted");
        assertThat(persons.count().block()).isEqualTo(1);
    }

    @Test
    @DisabledOnEmbedded("transactions")
    void sellsAHouseInATransaction() {
        House oak = built("Oak", List.of(person("ada@example.com")));

        post("/houses/" + oak.id() + "/sale", Map.of("email", "grace@example.com"), HttpStatus.OK)
                .jsonPath("$.owners.length()")
                .isEqualTo(1)
                .jsonPath("$.owners[0].email")
                .isEqualTo("grace@example.com");
    }

    @Test
    @DisabledOnEmbedded("transactions")
    void forgetsTheBuyerOfAHouseThatIsNotThere() {
        post("/houses/" + new ObjectId() + "/sale", Map.of("email", "grace@example.com"), HttpStatus.NOT_FOUND)
                .jsonPath("$.error")
                .isEqualTo("DocumentNotFound");

        get("/persons", HttpStatus.OK).json("[]");
    }

    @Test
    @DisabledIfEnvironmentVariable(named = "MONGODB_URI", matches = ".+", disabledReason = "has transactions")
    void writesNothingWhereTransactionsAreMissing() {
        post(
                "/houses/" + new ObjectId() + "/sale",
                Map.of("email", "grace@example.com"),
                HttpStatus.INTERNAL_SERVER_ERROR);

        get("/persons", HttpStatus.OK).json("[]");
    }
}
