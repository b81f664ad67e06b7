// SPDX-License-Identifier: Apache-2.0
package com.example.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.spring.test.AutoConfigureTestMongo;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Errors as an HTTP client sees them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureTestMongo
class ProblemsIT {
    @LocalServerPort
    int port;

    private WebTestClient client;

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Test
    void answers404FromAController() {
        ObjectId id = new ObjectId();

        client.get()
                .uri("/houses/" + id)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(404)
                .jsonPath("$.error")
                .isEqualTo("DocumentNotFound")
                .jsonPath("$.detail")
                .isEqualTo("House " + id + " does not exist.")
                .jsonPath("$.instance")
                .isEqualTo("/houses/" + id);
    }

    @Test
    void answers404FromAFunctionalEndpoint() {
        client.get()
                .uri("/functional/" + new ObjectId())
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void answers400ForABadIdInThePath() {
        client.get()
                .uri("/houses/zzz")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.member")
                .isEqualTo("id")
                .jsonPath("$.detail")
                .isEqualTo("id: not an ObjectId, which is written as 24 hexadecimal digits.");
    }

    @Test
    void answers400ForABadIdInJson() {
        client.post()
                .uri("/houses")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("name", "Oak", "door", "zzz"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("InvalidId")
                .jsonPath("$.member")
                .isEqualTo("door");
    }

    @Test
    void answers400WithTheViolations() {
        client.post()
                .uri("/houses")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("name", "", "owners", List.of(), "version", 0))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("InvalidDocument")
                .jsonPath("$.violations[0].member")
                .isEqualTo("name");
    }

    @Test
    void leavesOtherErrorsToBoot() {
        client.get()
                .uri("/broken")
                .exchange()
                .expectStatus()
                .is5xxServerError()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("\"status\":500").doesNotContain("the application's own"));
    }
}
