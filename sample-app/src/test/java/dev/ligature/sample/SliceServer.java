// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import static dev.ligature.testing.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.testing.TestDatabase;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.blockhound.BlockHound;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;

/**
 * Serves the slice of the data over HTTP from a database of its own, as the application does, and asks for it as a
 * client.
 */
final class SliceServer implements BeforeAllCallback, AfterAllCallback {
    static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final TestDatabase database = new TestDatabase(CommandContext::addTo);
    private HttpApi api;
    private DisposableServer http;

    @Override
    public void beforeAll(ExtensionContext context) {
        database.beforeAll(context);
        Repositories repositories = Repositories.of(database.database());
        await(new PackageLoader(Slice.FILE, repositories, silent()).load());
        api = new HttpApi(new PackageService(repositories), Optional::empty);
        http = await(api.start(0));
        BlockHound.install(); // a handler that blocks would answer 500
    }

    private static PrintStream silent() {
        return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        http.disposeNow();
    }

    TestDatabase database() {
        return database;
    }

    HttpApi api() {
        return api;
    }

    String address() {
        return "http://localhost:" + http.port();
    }

    /** What came back. */
    record Answer(int status, HttpHeaders headers, String text) {
        BsonDocument json() {
            return BsonDocument.parse(text);
        }

        String header(String name) {
            return headers.get(name);
        }

        void assertProblem(int expected, String reason) {
            assertThat(status).isEqualTo(expected);
            assertThat(header("content-type")).isEqualTo("application/problem+json; charset=utf-8");
            assertThat(json().getInt32("status").getValue()).isEqualTo(expected);
            assertThat(json().getString("detail").getValue()).contains(reason);
        }
    }

    Answer get(String uri) {
        return await(ask(http, HttpMethod.GET, uri, "Accept", "application/json"));
    }

    /** A request with a header of its own. */
    Answer get(String uri, String header, String value) {
        return await(ask(http, HttpMethod.GET, uri, header, value));
    }

    Answer request(HttpMethod method, String uri) {
        return await(ask(http, method, uri, "Accept", "*/*"));
    }

    Mono<Answer> asking(String uri) {
        return ask(http, HttpMethod.GET, uri, "Accept", "application/json");
    }

    /** Sends one request to an API with other packages, or with something to wait for. */
    static Answer getOnce(PackageService packages, Supplier<Optional<String>> waiting, String uri, String accept) {
        DisposableServer server = await(new HttpApi(packages, waiting).start(0));
        try {
            return await(ask(server, HttpMethod.GET, uri, "Accept", accept));
        } finally {
            server.disposeNow();
        }
    }

    private static Mono<Answer> ask(
            DisposableServer server, HttpMethod method, String uri, String header, String value) {
        return HttpClient.create()
                .port(server.port())
                .headers(headers -> headers.set(header, value))
                .request(method)
                .uri(uri)
                .responseSingle((response, body) -> body.asString()
                        .defaultIfEmpty("")
                        .map(text -> new Answer(response.status().code(), response.responseHeaders(), text)));
    }
}
