// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.sample.SliceServer.Answer;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;
import java.util.function.Predicate;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API answers programs: packages with their dependencies, lists of packages page by page, and sections. */
class HttpApiIT {
    private static final Slice SLICE = Slice.read();

    @RegisterExtension
    static final SliceServer server = new SliceServer();

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

    @Test
    void answersProgramsThatAcceptAnything() {
        assertThat(server.get("/", "Accept", "*/*").header("content-type")).startsWith("application/json");
        assertThat(server.get("/packages/git", "Accept", "*/*").json()).isEqualTo(nested("git", 1));
    }

    @Test
    void pagesThroughWhatRequiresAPackage() {
        assertPages("/packages/libc6/required-by", 13, namesWhere(each -> each.depends()
                .contains("libc6")));
    }

    @Test
    void listsWhatRequiresANameThatNoPackageHas() {
        assertThat(SLICE.has("gcc-12-base")).isFalse();
        assertPages("/packages/gcc-12-base/required-by", 200, namesWhere(each -> each.depends()
                .contains("gcc-12-base")));
    }

    @Test
    void pagesThroughWhatDependsOnASection() {
        assertPages(
                "/packages?section=net&dependsOnSection=python",
                8,
                SLICE.largestFirst(each -> each.section().equals("net") && dependsOnPython(each)));
    }

    private static boolean dependsOnPython(Slice.Line line) {
        return line.depends().stream().anyMatch(name -> SLICE.isIn(name, "python"));
    }

    @Test
    void pagesThroughNames() {
        assertPages("/packages?prefix=lib&sort=name", 20, namesWhere(each -> each.name()
                .startsWith("lib")));
    }

    @Test
    void pagesThroughWhatDependsOnAPackage() {
        assertPages("/packages?dependsOn=zlib1g", 5, SLICE.largestFirst(each -> each.depends()
                .contains("zlib1g")));
    }

    @Test
    void takesEmptyTextsAsFormsSendThem() {
        assertPages(
                "/packages?prefix=&section=&dependsOn=&dependsOnSection=&sort=", 90, SLICE.largestFirst(each -> true));
    }

    @Test
    void pagesThroughSections() {
        assertPages(
                "/sections",
                7,
                SLICE.all().map(Slice.Line::section).distinct().sorted().toList());
    }

    private static List<String> namesWhere(Predicate<Slice.Line> wanted) {
        return SLICE.all().filter(wanted).map(Slice.Line::name).sorted().toList();
    }

    /** Reads page after page by their tokens, until there is no next one. */
    private static void assertPages(String uri, int size, List<String> expected) {
        assertThat(expected).isNotEmpty();
        String sized = uri + (uri.contains("?") ? "&" : "?") + "size=" + size;
        BsonDocument page = server.get(sized).json();
        assertThat(page.getNumber("total").intValue()).isEqualTo(expected.size());
        assertThat(names(page)).isEqualTo(expected.subList(0, Math.min(size, expected.size())));
        for (int from = size; from < expected.size(); from += size) {
            page = server.get(sized + "&after=" + page.getString("next").getValue())
                    .json();
            assertThat(page).doesNotContainKey("total");
            assertThat(names(page)).isEqualTo(expected.subList(from, Math.min(from + size, expected.size())));
        }
        assertThat(page).doesNotContainKey("next");
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
    void saysThatASectionDoesNotExist() {
        Answer answer = server.get("/packages?section=nett&dependsOnSection=python");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(names(answer.json())).isEmpty();
        assertThat(answer.json().getString("note").getValue()).isEqualTo("There is no section nett");
        BsonDocument empty =
                server.get("/packages?section=vcs&dependsOnSection=vcs").json();
        assertThat(names(empty)).isEmpty();
        assertThat(empty).doesNotContainKey("note");
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
    void answersHeadWithoutABody() {
        Answer head = server.request(HttpMethod.HEAD, "/packages/git");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("content-type")).isEqualTo("application/json; charset=utf-8");
        assertThat(head.text()).isEmpty();
        assertThat(server.request(HttpMethod.HEAD, "/packages/nothing").status())
                .isEqualTo(404);
    }
}
