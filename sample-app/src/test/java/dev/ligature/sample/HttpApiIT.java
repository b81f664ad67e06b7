package dev.ligature.sample;

import static dev.ligature.testing.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.ligature.sample.SliceServer.Answer;
import dev.ligature.testing.CommandRecorder.Command;
import dev.ligature.testing.TestDatabase;
import io.netty.handler.codec.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.blockhound.BlockHound;
import reactor.core.publisher.Flux;

class HttpApiIT {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Slice SLICE = Slice.read();

    @RegisterExtension
    @Order(1)
    static final TestDatabase database = new TestDatabase(CommandContext::addTo);

    @RegisterExtension
    static final SliceServer server = new SliceServer(database);

    @BeforeAll
    static void watch() {
        BlockHound.install(); // a handler that blocks would answer 500
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void nestsDependenciesToADepth(int depth) {
        Answer answer = server.get("/packages/git?depth=" + depth);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).isEqualTo("application/json; charset=utf-8");
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
        assertThat(server.get("/packages/prosody").json()).isEqualTo(nested("prosody", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"libx32stdc++6-12-dbg", "libx32stdc%2B%2B6-12-dbg"})
    void takesNamesAsTheyAreAndEncoded(String name) {
        assertThat(server.get("/packages/" + name + "?depth=0").json()).isEqualTo(nested("libx32stdc++6-12-dbg", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "3", "two", "", "1&depth=2", "99999999999"})
    void refusesBadDepths(String depth) {
        assertProblem(server.get("/packages/git?depth=" + depth), 400, "depth");
    }

    @ParameterizedTest
    @CsvSource({"/packages/nothing", "/packages/nothing/required-by", "/packages/not%20here?depth=0"})
    void saysThatAPackageDoesNotExist(String uri) {
        assertProblem(server.get(uri), 404, "There is no package not");
    }

    @Test
    void pagesThroughWhatRequiresAPackage() {
        assertPages("/packages/libc6/required-by?size=13", namesWhere(each -> each.depends()
                .contains("libc6")));
    }

    @Test
    void listsWhatRequiresANameThatNoPackageHas() {
        assertThat(SLICE.has("gcc-12-base")).isFalse();
        assertPages("/packages/gcc-12-base/required-by?size=200", namesWhere(each -> each.depends()
                .contains("gcc-12-base")));
    }

    @Test
    void pagesThroughWhatDependsOnASection() {
        assertPages(
                "/packages?section=net&dependsOnSection=python&size=8",
                SLICE.largestFirst(each -> each.section().equals("net") && dependsOnPython(each)));
    }

    private static boolean dependsOnPython(Slice.Line line) {
        return line.depends().stream().anyMatch(name -> SLICE.isIn(name, "python"));
    }

    @Test
    void pagesThroughNames() {
        assertPages("/packages?prefix=lib&sort=name&size=20", namesWhere(each -> each.name()
                .startsWith("lib")));
    }

    @Test
    void pagesThroughWhatDependsOnAPackage() {
        assertPages("/packages?dependsOn=zlib1g&size=5", SLICE.largestFirst(each -> each.depends()
                .contains("zlib1g")));
    }

    @Test
    void takesEmptyTextsAsFormsSendThem() {
        assertPages(
                "/packages?prefix=&section=&dependsOn=&dependsOnSection=&sort=&size=90",
                SLICE.largestFirst(each -> true));
    }

    @Test
    void pagesThroughSections() {
        assertPages(
                "/sections?size=7",
                SLICE.all().map(Slice.Line::section).distinct().sorted().toList());
    }

    private static List<String> namesWhere(Predicate<Slice.Line> wanted) {
        return SLICE.all().filter(wanted).map(Slice.Line::name).sorted().toList();
    }

    /** Turns the pages by their tokens until there is none. */
    private static void assertPages(String uri, List<String> expected) {
        BsonDocument page = server.get(uri).json();
        assertThat(page.getNumber("total").intValue()).isEqualTo(expected.size());
        List<String> names = new ArrayList<>(names(page));
        while (page.containsKey("next")) {
            page = server.get(uri + "&after=" + page.getString("next").getValue())
                    .json();
            assertThat(page).doesNotContainKey("total");
            names.addAll(names(page));
        }
        assertThat(names).isEqualTo(expected);
    }

    private static List<String> names(BsonDocument page) {
        return page.getArray("items").stream()
                .map(each -> each.asDocument().getString("name").getValue())
                .toList();
    }

    @Test
    void hasTwentyOnAPageUnlessToldOtherwise() {
        assertThat(names(server.get("/packages").json()))
                .isEqualTo(SLICE.largestFirst(each -> true).subList(0, 20));
    }

    @Test
    void refusesTokensOfOtherSorts() {
        String token =
                server.get("/packages?sort=name").json().getString("next").getValue();

        assertProblem(server.get("/packages?sort=size&after=" + token), 400, "another sort");
        assertProblem(server.get("/packages?after=x"), 400, "token");
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

        assertProblem(answer, 400, "no parameter \"" + unknown + "\"");
        assertProblem(answer, 400, known.replace(";", ","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/packages?section=%zz", "/packages/%zz", "/packages?section=net&section=web"})
    void refusesWhatItCannotRead(String uri) {
        assertProblem(server.get(uri), 400, "");
    }

    @ParameterizedTest
    @CsvSource({"sort=weight, 'size, name'", "explain=yes, 'false, true'"})
    void saysWhatThereIsToChooseFrom(String parameter, String choices) {
        assertProblem(server.get("/packages?" + parameter), 400, "must be one of " + choices);
    }

    @Test
    void saysThatASectionDoesNotExist() {
        Answer answer = server.get("/packages?section=nett&dependsOnSection=python");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(names(answer.json())).isEmpty();
        assertThat(answer.json().getString("note").getValue()).isEqualTo("There is no section nett");
        assertThat(server.get("/packages?section=vcs&dependsOnSection=vcs").json())
                .doesNotContainKey("note");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/packages/git?depth=2",
                "/packages/git?depth=0",
                "/packages?section=net&dependsOnSection=python&size=5",
                "/packages?section=nett",
                "/packages/libc6/required-by?size=30",
                "/sections?size=200",
            })
    void explainsItsAnswer(String uri) {
        BsonDocument plain = server.get(uri).json();
        database.recorder().clear();

        BsonDocument answer = server.get(uri + (uri.contains("?") ? "&" : "?") + "explain=true")
                .json();

        BsonDocument explanation = answer.remove("explanation").asDocument();
        assertThat(answer).isEqualTo(plain);
        assertThat(explanation.getString("plan").getValue()).contains(" by ", "1. ");
        assertThat(explanation.getNumber("milliseconds").intValue()).isBetween(0, 60_000);
        assertThat(commands(explanation))
                .isNotEmpty()
                .isEqualTo(database.recorder().commandsWithPaging().stream()
                        .map(HttpApiIT::sent)
                        .toList());
    }

    @Test
    void explainsEachAnswerByItsOwnCommands() {
        List<List<String>> names = await(Flux.range(0, 20)
                .flatMapSequential(number -> server.asking(
                        number % 2 == 0 ? "/packages/git?depth=2&explain=true" : "/sections?explain=true"))
                .map(answer -> commands(answer.json().getDocument("explanation")).stream()
                        .map(BsonDocument::getFirstKey)
                        .toList())
                .collectList());

        assertThat(names)
                .isEqualTo(IntStream.range(0, 20)
                        .mapToObj(
                                number -> number % 2 == 0 ? List.of("aggregate", "find") : List.of("find", "aggregate"))
                        .toList());
    }

    private static List<BsonDocument> commands(BsonDocument explanation) {
        return explanation.getArray("commands").stream()
                .map(command -> BsonDocument.parse(command.asString().getValue()))
                .toList();
    }

    /** As the explanation shows it: without what the driver adds, and numbers as JSON has them. */
    private static BsonDocument sent(Command command) {
        BsonDocument document = command.document().clone();
        List.of("$db", "lsid", "$clusterTime", "$readPreference").forEach(document::remove);
        return BsonDocument.parse(document.toJson(
                JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build()));
    }

    @ParameterizedTest
    @CsvSource({
        "/, Packages",
        "/packages?section=net, Packages",
        "/packages/git, git",
        "/packages/git/required-by, What requires",
        "/packages/gcc-12-base/required-by, What requires",
    })
    void hasPagesForPeople(String uri, String heading) {
        Answer page = server.get(uri, "Accept", BROWSER);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("vary")).isEqualTo("Accept");
        assertThat(page.header("content-security-policy")).startsWith("default-src 'self'");
        assertThat(page.text()).containsPattern("<h1[^>]*>" + heading);
    }

    @ParameterizedTest
    @CsvSource({"/packages/lua5.4-sec, lua5.4-sec", "/packages/nothing/required-by, nothing"})
    void explainsADeadLinkToPeople(String uri, String name) {
        Answer page = server.get(uri, "Accept", BROWSER);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("There is no package <span id=\"name\">" + name + "</span>", "dead");
    }

    @Test
    void tellsPeopleWhatIsWrongAsText() {
        Answer page = server.get("/packages?%3Cb%3E=1", "Accept", BROWSER);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.text()).contains("no parameter &quot;&lt;b&gt;&quot; here");
    }

    @ParameterizedTest
    @CsvSource({"/packages, image/png", "/sections, text/html", "/openapi.json, text/html", "/, application/xml"})
    void saysThatItHasNoAnswerOfAType(String uri, String type) {
        assertThat(server.get(uri, "Accept", type).status()).isEqualTo(406);
    }

    @Test
    void answersProgramsThatAcceptAnything() {
        assertThat(server.get("/", "Accept", "*/*").header("content-type")).startsWith("application/json");
        assertThat(server.get("/packages/git", "Accept", "*/*").json()).isEqualTo(nested("git", 1));
    }

    @Test
    void listsItsRoutes() {
        assertThat(server.get("/").json().getArray("routes"))
                .contains(
                        new BsonString("/packages/{name}{?depth,explain}"),
                        new BsonString("/packages/{name}/required-by{?size,after,explain}"))
                .hasSize(6);
    }

    @Test
    void servesWhatThePagesLoadAndLetsBrowsersKeepIt() {
        for (String name : WebFiles.ASSETS) {
            Answer asset = server.get("/assets/" + name, "Accept", "*/*");
            assertThat(asset.status()).as(name).isEqualTo(200);
            assertThat(asset.header("content-type")).as(name).matches("(text/css|text/javascript|image/svg\\+xml); .*");
            assertThat(asset.header("cache-control")).as(name).isEqualTo("no-cache");

            Answer known = server.get("/assets/" + name, "If-None-Match", asset.header("etag"));
            assertThat(known.status()).as(name).isEqualTo(304);
            assertThat(known.text()).as(name).isEmpty();
        }
        assertProblem(server.get("/assets/nothing.js"), 404, "nothing here");
    }

    @Test
    void saysThatThereIsNothingElse() {
        assertProblem(server.get("/package/git"), 404, "GET /");
        Answer refused = server.request(HttpMethod.POST, "/packages/git");
        assertProblem(refused, 405, "only GET");
        assertThat(refused.header("allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void answersHeadWithoutABody() {
        Answer head = server.request(HttpMethod.HEAD, "/packages/git");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("content-type")).isEqualTo("application/json; charset=utf-8");
        assertThat(head.text()).isEmpty();
        assertThat(server.request(HttpMethod.HEAD, "/packages/nothing").status())
                .isEqualTo(404);
    }

    @Test
    void saysHowFarItIsWhileItLoads() {
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:1/")) {
            PackageService none = new PackageService(Repositories.of(client.getDatabase("none")));
            Answer answer =
                    SliceServer.getOnce(none, () -> Optional.of("12 of 34 packages"), "/packages", "application/json");
            assertProblem(answer, 503, "12 of 34 packages");
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
            assertProblem(SliceServer.getOnce(lost, Optional::empty, "/packages/git", "*/*"), 503, "database");
        }
    }

    private static void assertProblem(Answer answer, int status, String reason) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json; charset=utf-8");
        assertThat(answer.json().getInt32("status").getValue()).isEqualTo(status);
        assertThat(answer.json().getString("detail").getValue()).contains(reason);
    }
}
