package dev.ligature.sample;

import static dev.ligature.testing.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.ligature.testing.TestDatabase;
import io.netty.handler.codec.http.HttpMethod;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.blockhound.BlockHound;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;

class HttpApiIT {
    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private static final Slice SLICE = Slice.read();
    private static DisposableServer http;

    @BeforeAll
    static void serve() {
        BlockHound.install(); // a handler that blocks would answer 500
        Repositories repositories = Repositories.of(server.database());
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        await(new PackageLoader(Slice.FILE, repositories, silent).load());
        http = start(new PackageService(repositories));
    }

    @AfterAll
    static void stop() {
        http.disposeNow();
    }

    private static DisposableServer start(PackageService packages) {
        return await(new HttpApi(packages).start(0));
    }

    private record Answer(int status, String type, BsonDocument json) {}

    private static Answer get(String uri) {
        return request(http, HttpMethod.GET, uri);
    }

    private static Answer request(DisposableServer server, HttpMethod method, String uri) {
        return await(HttpClient.create()
                .port(server.port())
                .request(method)
                .uri(uri)
                .responseSingle((response, body) -> body.asString()
                        .map(text -> new Answer(
                                response.status().code(),
                                response.responseHeaders().get("content-type"),
                                BsonDocument.parse(text)))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4})
    void nestsDependenciesToADepth(int depth) {
        Answer answer = get("/packages/git?depth=" + depth);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo("application/json; charset=utf-8");
        assertThat(answer.json()).isEqualTo(nested("git", depth));
    }

    /** What is expected, from the lines of the file. */
    private static BsonDocument nested(String name, int depth) {
        BsonDocument expected = SLICE.get(name).json().clone();
        expected.put("depends", dependencies(SLICE.get(name), depth));
        expected.putIfAbsent("recommends", new BsonArray());
        return expected;
    }

    private static BsonArray dependencies(Slice.Line line, int depth) {
        return new BsonArray(line.depends().stream()
                .<BsonValue>map(name -> depth == 0
                        ? new BsonString(name)
                        : SLICE.has(name)
                                ? nested(name, depth - 1)
                                : new BsonDocument("name", new BsonString(name)).append("missing", BsonBoolean.TRUE))
                .toList());
    }

    @Test
    void nestsOneLevelUnlessToldOtherwise() {
        assertThat(get("/packages/prosody").json()).isEqualTo(nested("prosody", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"libx32stdc++6-12-dbg", "libx32stdc%2B%2B6-12-dbg"})
    void takesNamesAsTheyAreAndEncoded(String name) {
        assertThat(get("/packages/" + name + "?depth=0").json()).isEqualTo(nested("libx32stdc++6-12-dbg", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "5", "two", "", "1&depth=2", "99999999999"})
    void refusesBadDepths(String depth) {
        assertError(get("/packages/git?depth=" + depth), 400, "depth");
    }

    @ParameterizedTest
    @CsvSource({"/packages/nothing", "/packages/nothing/required-by", "/packages/not%20here?depth=0"})
    void saysThatAPackageDoesNotExist(String uri) {
        assertError(get(uri), 404, "There is no package not");
    }

    @Test
    void listsWhatRequiresAPackage() {
        Answer answer = get("/packages/libssl3/required-by");

        List<String> expected = SLICE.all()
                .filter(each -> each.depends().contains("libssl3"))
                .map(Slice.Line::name)
                .sorted()
                .toList();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getInt32("total").getValue()).isEqualTo(expected.size());
        assertThat(names(answer.json().getArray("requiredBy"))).isEqualTo(expected);
    }

    @Test
    void pages() {
        List<String> expected = SLICE.largestFirst(each ->
                each.section().equals("net") && each.depends().stream().anyMatch(name -> SLICE.isIn(name, "python")));

        Answer answer = get("/packages?section=net&dependsOnSection=python&page=2");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(names(answer.json().getArray("packages"))).isEqualTo(expected.subList(20, expected.size()));
        assertThat(answer.json().getNumber("page").intValue()).isEqualTo(2);
        assertThat(answer.json().getBoolean("hasNext").getValue()).isFalse();
        assertThat(answer.json()).doesNotContainKey("note");
    }

    @Test
    void startsAtTheFirstPageOfAllPackages() {
        Answer answer = get("/packages");

        assertThat(names(answer.json().getArray("packages")))
                .isEqualTo(SLICE.largestFirst(each -> true).subList(0, 20));
        assertThat(answer.json().getBoolean("hasNext").getValue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "first", "2147483647"})
    void refusesBadPages(String page) {
        assertError(get("/packages?section=net&page=" + page), 400, "page must be a number from 1 to ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/packages?section=%zz", "/packages/%zz", "/packages?section=net&section=web"})
    void refusesWhatItCannotRead(String uri) {
        assertError(get(uri), 400, "");
    }

    @Test
    void saysThatASectionDoesNotExist() {
        Answer answer = get("/packages?section=nett");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getArray("packages")).isEmpty();
        assertThat(answer.json().getString("note").getValue()).isEqualTo("There is no section nett");
    }

    @Test
    void listsItsRoutes() {
        assertThat(get("/").json().getArray("routes")).hasSize(3);
    }

    @Test
    void saysThatThereIsNothingElse() {
        assertError(get("/package/git"), 404, "GET /");
        assertError(request(http, HttpMethod.POST, "/packages/git"), 405, "only GET");
    }

    @Test
    void saysThatTheDatabaseDoesNotAnswer() {
        String nowhere = "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50";
        try (MongoClient client = MongoClients.create(nowhere)) {
            PackageService packages = new PackageService(Repositories.of(client.getDatabase("none")));
            DisposableServer lost = start(packages);
            assertError(request(lost, HttpMethod.GET, "/packages/git"), 503, "database");
            lost.disposeNow();
        }
    }

    private static void assertError(Answer answer, int status, String reason) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().getString("error").getValue()).contains(reason);
    }

    private static List<String> names(BsonArray packages) {
        return packages.stream()
                .map(each -> each.asDocument().getString("name").getValue())
                .toList();
    }
}
