// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import static dev.ligature.sample.SliceServer.BROWSER;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.ligature.sample.SliceServer.Answer;
import io.netty.handler.codec.http.HttpMethod;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API says about requests that it cannot answer. */
class HttpProblemsIT {
    @RegisterExtension
    static final SliceServer server = new SliceServer();

    @ParameterizedTest
    @ValueSource(strings = {"-1", "3", "two", "", "1&depth=2", "99999999999"})
    void refusesBadDepths(String depth) {
        server.get("/packages/git?depth=" + depth).assertProblem(400, "depth");
    }

    @ParameterizedTest
    @CsvSource({"/packages/nothing", "/packages/nothing/required-by", "/packages/not%20here?depth=0"})
    void saysThatAPackageDoesNotExist(String uri) {
        server.get(uri).assertProblem(404, "There is no package not");
    }

    @Test
    void refusesTokensOfOtherSorts() {
        String token =
                server.get("/packages?sort=name").json().getString("next").getValue();

        server.get("/packages?sort=size&after=" + token).assertProblem(400, "another sort");
        server.get("/packages?after=x").assertProblem(400, "token");
    }

    @ParameterizedTest
    @CsvSource({
        "/packages?sectoin=net, sectoin, prefix; section; dependsOn; dependsOnSection; sort; size; after; explain",
        "/packages/git?depth=1&page=2, page, depth; explain",
        "/packages/git/required-by?depth=1, depth, size; after; explain",
        "/openapi.json?x=1, x, none",
    })
    void namesUnknownParametersAndTheKnownOnes(String uri, String unknown, String known) {
        Answer answer = server.get(uri);

        answer.assertProblem(400, "no parameter \"" + unknown + "\"");
        answer.assertProblem(400, known.replace(";", ","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/packages?section=%zz", "/packages/%zz", "/packages?section=net&section=web"})
    void refusesWhatItCannotRead(String uri) {
        server.get(uri).assertProblem(400, "");
    }

    @ParameterizedTest
    @CsvSource({"sort=weight, 'size, name'", "explain=yes, 'false, true'"})
    void saysWhatThereIsToChooseFrom(String parameter, String choices) {
        server.get("/packages?" + parameter).assertProblem(400, "must be one of " + choices);
    }

    @ParameterizedTest
    @CsvSource({"/packages, image/png", "/sections, text/html", "/openapi.json, text/html", "/, application/xml"})
    void saysThatItHasNoAnswerOfAType(String uri, String type) {
        assertThat(server.get(uri, "Accept", type).status()).isEqualTo(406);
    }

    @Test
    void saysThatThereIsNothingElse() {
        server.get("/package/git").assertProblem(404, "GET /");
        Answer refused = server.request(HttpMethod.POST, "/packages/git");
        refused.assertProblem(405, "only GET");
        assertThat(refused.header("allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void saysHowFarItIsWhileItLoads() {
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:1/")) {
            PackageService none = new PackageService(Repositories.of(client.getDatabase("none")));
            Answer answer =
                    SliceServer.getOnce(none, () -> Optional.of("12 of 34 packages"), "/packages", "application/json");
            answer.assertProblem(503, "12 of 34 packages");
            assertThat(answer.header("retry-after")).isEqualTo("1");

            Answer page = SliceServer.getOnce(none, () -> Optional.of("12 of 34 packages"), "/", BROWSER);
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.header("refresh")).isEqualTo("1");
            assertThat(page.text()).contains("12 of 34 packages");
        }
    }

    @Test
    void saysThatTheDatabaseDoesNotAnswer() {
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50")) {
            PackageService lost = new PackageService(Repositories.of(client.getDatabase("none")));
            SliceServer.getOnce(lost, Optional::empty, "/packages/git", "*/*").assertProblem(503, "database");
        }
    }
}
